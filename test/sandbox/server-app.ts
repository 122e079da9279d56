import express from 'express';
import { PLAN_LIMITS } from './account/plans.ts';
import type { InstalledApp } from './control/app-packages.ts';
import { createControlRouter } from './control/router.ts';
import { loadHostRouter } from './host-router.ts';
import { createApi } from './http/api.ts';
import type { ApiDeps } from './http/api-deps.ts';
import type { RequestLog } from './http/request-log.ts';
import { attachmentContent } from './http/routes/attachments.ts';
import type { Sessions } from './http/sessions.ts';
import { createOAuthRouter } from './oauth/router.ts';

export interface ServerDeps extends ApiDeps {
  sessions: Sessions;
  log: RequestLog;
  apps: readonly InstalledApp[];
  /** Handler of the event stream. */
  events: express.RequestHandler;
  /** Faults that are switched on, asked before any route of the API. */
  faults: express.RequestHandler;
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
  app.use(['/api/v2', '/oauth'], log.middleware, deps.faults);
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
      accountSubdomain: account.settings.subdomain,
    }),
  );
  app.use(createOAuthRouter(deps.tokens));
  attachmentContent(app, deps);
  app.use(
    '/api/v2',
    createApi({ ...deps, accountLimit: PLAN_LIMITS[account.settings.plan] }, deps.latencyMs),
  );
  return app;
}
