import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { invalidEndpoint, tooLarge } from '../fault.ts';
import { objectOf } from '../json.ts';
import type { ApiDeps } from './api-deps.ts';
import { createRoute, type RouteDeps, sendFault } from './route.ts';
import { accountRoutes } from './routes/account.ts';
import { appInstallationRoutes } from './routes/app-installations.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { automationRoutes } from './routes/automations.ts';
import { customRoleRoutes } from './routes/custom-roles.ts';
import { customStatusRoutes } from './routes/custom-statuses.ts';
import { dynamicContentRoutes } from './routes/dynamic-content.ts';
import { groupRoutes } from './routes/groups.ts';
import { incrementalRoutes } from './routes/incremental.ts';
import { jobRoutes } from './routes/jobs.ts';
import { macroRoutes } from './routes/macros.ts';
import { meRoute } from './routes/me.ts';
import { oauthClientRoutes } from './routes/oauth-clients.ts';
import { oauthTokenRoutes } from './routes/oauth-tokens.ts';
import { organizationMembershipRoutes } from './routes/organization-memberships.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { ratingRoutes } from './routes/satisfaction-ratings.ts';
import { scheduleRoutes } from './routes/schedules.ts';
import { searchRoutes } from './routes/search.ts';
import { suspendedRoutes } from './routes/suspended-tickets.ts';
import { ticketFieldRoutes } from './routes/ticket-fields.ts';
import { ticketFormRoutes } from './routes/ticket-forms.ts';
import { historyRoutes } from './routes/ticket-history.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { triggerCategoryRoutes } from './routes/trigger-categories.ts';
import { triggerRoutes } from './routes/triggers.ts';
import { userRoutes } from './routes/users.ts';
import { viewRoutes } from './routes/views.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** Largest body taken, as Zendesk's uploads. */
const BODY_LIMIT = '50mb';

/** The REST API: one router for `/api/v2`, one file per resource. */
export function createApi(deps: ApiDeps & RouteDeps, latencyMs: number): express.Router {
  const router = express.Router();
  // Waiting comes before the work, so that the reply leaves as soon as the work is done.
  router.use(async (_req, _res, next) => {
    if (latencyMs > 0) await pause(latencyMs);
    next();
  });
  router.use(withoutSuffix);
  router.use(
    express.json({ limit: BODY_LIMIT }),
    express.raw({ type: (req) => !/json/.test(req.headers['content-type'] ?? 'json'), limit: BODY_LIMIT }),
  );
  router.use(badBody);
  const route = createRoute(router, deps);
  meRoute(router, deps);
  jobRoutes(route, deps);
  userRoutes(route, deps);
  groupRoutes(route, deps);
  organizationRoutes(route, deps);
  organizationMembershipRoutes(route, deps);
  accountRoutes(route, deps);
  ticketRoutes(route, deps);
  historyRoutes(route, deps);
  ticketFieldRoutes(route, deps);
  ticketFormRoutes(route, deps);
  customStatusRoutes(route, deps);
  customRoleRoutes(route, deps);
  macroRoutes(route, deps);
  triggerRoutes(route, deps);
  automationRoutes(route, deps);
  viewRoutes(route, deps);
  webhookRoutes(route, deps);
  dynamicContentRoutes(route, deps);
  searchRoutes(route, deps);
  attachmentRoutes(route, deps);
  oauthClientRoutes(route, deps);
  oauthTokenRoutes(route, deps);
  incrementalRoutes(route, deps);
  scheduleRoutes(route, deps);
  triggerCategoryRoutes(route, deps);
  ratingRoutes(route, deps);
  suspendedRoutes(route, deps);
  appInstallationRoutes(route, deps);
  router.use((_req, res) => sendFault(res, invalidEndpoint()));
  return router;
}

/** Zendesk answers with and without `.json` at the end of a path. */
const withoutSuffix: express.RequestHandler = (req, _res, next) => {
  const [path = '', query] = req.url.split('?');
  req.url = path.replace(/\.json$/, '') + (query === undefined ? '' : `?${query}`);
  next();
};

const badBody: express.ErrorRequestHandler = (error, _req, res, _next) => {
  if (objectOf(error).type === 'entity.too.large') return sendFault(res, tooLarge());
  res.status(400).json({ error: 'Unprocessable JSON', message: 'Server could not parse JSON' });
};
