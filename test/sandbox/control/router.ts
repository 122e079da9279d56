import express from 'express';
import type { Faults } from '../faults/faults.ts';
import type { RequestLog } from '../http/request-log.ts';
import type { Sessions } from '../http/sessions.ts';
import type { TicketDeps } from '../rules/draft.ts';
import type { Deliverer } from '../webhooks/deliverer.ts';
import { accountRoutes } from './account-routes.ts';
import type { InstalledApp } from './app-packages.ts';
import { clockRoutes } from './clock-routes.ts';
import { faultRoutes } from './fault-routes.ts';
import { inboundRoutes } from './inbound-routes.ts';
import { logRoutes } from './log-routes.ts';
import { sessionRoutes } from './session-routes.ts';

export interface ControlDeps extends TicketDeps {
  log: RequestLog;
  sessions: Sessions;
  deliverer: Deliverer;
  apps: readonly InstalledApp[];
  faults: Faults;
  events: express.RequestHandler;
}

/**
 * The control API under `/__sandbox`: what no Zendesk has, for the workspace, the demo and tests. Anybody who reaches
 * the server may call it. What cannot be done is answered with 422 and `{error, description}`.
 *
 * | call | does |
 * |---|---|
 * | `GET /state` | settings, plan, clock, lag, faults, and how many there are of everything |
 * | `GET /clock` | `{now, offset, rate}` |
 * | `PUT /clock` | `{"now": "2026-04-08T09:00:00Z"}`, `{"advance": ms}`, `{"workingDays": 1}` (Monday to Friday, same time in the account's zone) or `{"rate": 60}` (a minute each second; 1 is real time). Forward only |
 * | `GET /requests?limit=n` | calls of the API, oldest first, with endpoint, status, user and duration; status 0: no reply was sent |
 * | `GET /requests/summary` | calls by status and by endpoint |
 * | `GET /deliveries?limit=n` | webhook calls with their state and every attempt |
 * | `GET /mails?limit=n` | mail that rules sent |
 * | `DELETE /requests`, `/deliveries`, `/mails` | empties that log |
 * | `GET /faults` | faults that are switched on, and the named ones with their parameters |
 * | `POST /faults` | `{"preset": "slow", "ms": 3000, "minutes": 5, "match": {...}}`, or a rule `{"match": {...}, "effect": {...}, "times": 1}` |
 * | `DELETE /faults`, `/faults/:id` | switches all off, or one |
 * | `GET`, `PUT /lag` | `{"readMs", "searchMs"}`: how far reads and searches are behind, on the account's clock |
 * | `GET`, `PUT /plan` | `{"plan": "team"}`, which sets the API's limit |
 * | `GET`, `POST /session` | who is signed in to this browser; `{"user_id": 12}` signs in |
 * | `GET /customers` | the end users, who can write and ring |
 * | `POST /mail` | a customer writes: `{"from", "name"?, "subject", "body", "ticket_id"?}` |
 * | `POST /form` | a customer fills in a form: `{"user_id", "form_id", "subject", "body", "fields": [{"id", "value"}]}` |
 * | `POST /call` | a customer rings: `{"user_id", "summary", "agent_id"?}` |
 * | `GET /events` | Server-Sent Events: `ticket`, `clock`, `activity` |
 * | `GET /apps` | the installed apps |
 */
export function createControlRouter(deps: ControlDeps): express.Router {
  const router = express.Router();
  router.use(express.json());
  clockRoutes(router, deps);
  logRoutes(router, deps);
  faultRoutes(router, deps);
  accountRoutes(router, deps);
  sessionRoutes(router, deps);
  inboundRoutes(router, deps);
  router.get('/events', deps.events);
  router.get('/apps', (_req, res) => {
    const shown = deps.apps.map(({ id, installationId, name, version, locations, settings }) => ({
      id,
      installationId,
      name,
      version,
      locations,
      settings,
    }));
    res.json({ apps: shown });
  });
  return router;
}
