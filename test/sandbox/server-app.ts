import express from 'express';
import { PLAN_LIMITS } from './account/plans.ts';
import type { InstalledApp } from './control/app-packages.ts';
import { createControlRouter } from './control/router.ts';
import type { Faults } from './faults/faults.ts';
import { loadHostRouter } from './host-router.ts';
import { createApi } from './http/api.ts';
import type { ApiDeps } from './http/api-deps.ts';
import { dateHeader } from './http/date-header.ts';
import type { RequestLog } from './http/request-log.ts';
import type { ListedRoute } from './http/route.ts';
import { attachmentContent } from './http/routes/attachments.ts';
import type { Sessions } from './http/sessions.ts';
import { createOAuthRouter } from './oauth/router.ts';

export interface ServerDeps extends ApiDeps {
  sessions: Sessions;
  log: RequestLog;
  routes: ListedRoute[];
  apps: readonly InstalledApp[];
  /** Handler of the event stream. */
  events: express.RequestHandler;
  /** Faults that are switched on. */
  faults: Faults;
  /** Asks them before any route of the API. */
  faultMiddleware: express.RequestHandler;
  latencyMs: number;
}

/** Everything the sandbox serves, in the order in which it is asked. */
export async function createServerApp(deps: ServerDeps): Promise<express.Express> {
  const { account, sessions, log } = deps;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  // Webhooks leave once the reply that caused them is out.
  app.use((_req, res, next) => {
    res.once('close', () => account.outbox.flush());
    next();
  });
  const announced: express.RequestHandler = (_req, res, next) => {
    res.once('close', () => account.bus.emit({ event: 'activity', data: { of: 'requests' } }));
    next();
  };
  app.use('/api/v2', dateHeader(account.clock));
  app.use(['/api/v2', '/oauth'], log.middleware, announced, deps.faultMiddleware);
  app.use('/agent', (req, res, next) => {
    if (!sessions.userOf(req)) sessions.signInDefault(res);
    next();
  });
  app.use('/__sandbox', createControlRouter(deps));
  app.use(
    await loadHostRouter({
      url: () => account.origin,
      clock: account.clock,
      apps: deps.apps,
      sessionUser: (req) => sessions.userOf(req),
      account: account.settings,
    }),
  );
  app.use(createOAuthRouter(deps.tokens));
  attachmentContent(app, deps);
  app.use(
    '/api/v2',
    createApi(
      {
        ...deps,
        // Asked at each call: the plan may be changed while the account runs.
        get accountLimit() {
          return PLAN_LIMITS[account.settings.plan];
        },
      },
      deps.latencyMs,
    ),
  );
  return app;
}
