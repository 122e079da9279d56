import express, {
  type Express,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { refuse } from './answers.ts';
import { errorHandler } from './faults.ts';
import { type HealthOptions, healthRouter } from './health.ts';
import { countWebhooks, type MetricsRouterOptions, metricsRouter } from './metrics.ts';
import type { Phase } from './phase.ts';
import { type WebhookOptions, webhookRouter } from './webhook.ts';

interface ShellOptions {
  readonly log: Logger;
  readonly metrics?: MetricsRouterOptions | undefined;
  readonly health: HealthOptions;
}

export interface AppOptions extends WebhookOptions, HealthOptions {
  readonly metrics?: MetricsRouterOptions;
  /** The app API, which stands under `/api/v1`. */
  readonly api?: Router;
}

/** What answers Zendesk's webhooks; a load balancer in front may drop a connection that was refused. */
const RETRY_AFTER_SECONDS = '30';

/** What every answer has in common; what `add` mounts comes before the 404. */
function createShell({ log, metrics, health }: ShellOptions, add: (app: Express) => void): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(helmet());
  if (metrics) {
    app.use('/webhooks/zendesk', countWebhooks(metrics.metrics));
    app.use(metricsRouter(metrics));
  }
  app.use(healthRouter(health));
  add(app);
  app.use((_request, response) => refuse(response, 404, 'not_found'));
  app.use(errorHandler(log));
  return app;
}

/** The service at work. */
export function createApp(options: AppOptions): Express {
  const { log, metrics, api } = options;
  return createShell({ log, metrics, health: options }, (app) => {
    app.use('/webhooks/zendesk', webhookRouter(options));
    if (api) app.use('/api/v1', api);
  });
}

export interface WaitingAppOptions {
  readonly log: Logger;
  readonly metrics?: MetricsRouterOptions | undefined;
  readonly phase: () => Phase;
}

/**
 * What answers while the service starts or stops: health, metrics, and to all else 503 with the time to come back,
 * after which Zendesk repeats a webhook.
 */
export function createWaitingApp({ log, metrics, phase }: WaitingAppOptions): Express {
  const comeBack: RequestHandler = (_request: Request, response: Response) => {
    response.set({ 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store', Connection: 'close' });
    refuse(response, 503, phase().name === 'stopping' ? 'stopping' : 'starting');
  };
  return createShell({ log, metrics, health: { checks: {}, phase } }, (app) => {
    app.use(['/webhooks', '/api'], comeBack);
  });
}
