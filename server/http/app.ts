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

/** What stands in front of the service, as its settings tell. */
export interface Surroundings {
  /** A path under which everything answers too, whether or not the proxy takes it off: `/complaints`. */
  readonly basePath?: string;
  /** The proxies whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies?: readonly string[];
}

interface ShellOptions extends Surroundings {
  readonly log: Logger;
  readonly metrics?: MetricsRouterOptions | undefined;
  readonly health: HealthOptions;
}

export interface AppOptions extends WebhookOptions, HealthOptions, Surroundings {
  readonly metrics?: MetricsRouterOptions;
  /** The app API, which stands under `/api/v1`. */
  readonly api?: Router;
  /** The page of the team leads, which stands under `/dashboard`. */
  readonly dashboard?: Router;
}

/** What answers Zendesk's webhooks; a load balancer in front may drop a connection that was refused. */
const RETRY_AFTER_SECONDS = '30';

interface Mounted {
  /** Stands before all else, for it is asked most, and never by a browser: helmet's headers are not for it. */
  readonly webhook: RequestHandler;
  /** Mounts the rest, before the 404. */
  add(routes: Router): void;
}

/** What every answer has in common. */
function createShell(options: ShellOptions, { webhook, add }: Mounted): Express {
  const { log, metrics, health, basePath = '', trustedProxies = [] } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', [...trustedProxies]);
  const mount = (handler: RequestHandler): void => {
    if (basePath) app.use(basePath, handler);
    app.use(handler);
  };
  const webhooks = express.Router();
  if (metrics) webhooks.use('/webhooks/zendesk', countWebhooks(metrics.metrics));
  mount(webhooks.use('/webhooks/zendesk', webhook));
  app.use(helmet());
  const routes = express.Router();
  if (metrics) routes.use(metricsRouter({ ...metrics, behindProxy: trustedProxies.length > 0 }));
  routes.use(healthRouter(health));
  add(routes);
  mount(routes);
  app.use((_request, response) => refuse(response, 404, 'not_found'));
  app.use(errorHandler(log));
  return app;
}

/** The service at work. */
export function createApp(options: AppOptions): Express {
  return createShell(
    { ...options, health: options },
    {
      webhook: webhookRouter(options),
      add: (routes) => {
        if (options.api) routes.use('/api/v1', options.api);
        if (options.dashboard) routes.use('/dashboard', options.dashboard);
      },
    },
  );
}

export interface WaitingAppOptions extends Surroundings {
  readonly log: Logger;
  readonly metrics?: MetricsRouterOptions | undefined;
  readonly phase: () => Phase;
  /** What stands in place of the page of the team leads. */
  readonly dashboard?: RequestHandler;
}

/**
 * What answers while the service starts or stops: health, metrics, and to all else 503 with the time to come back,
 * after which Zendesk repeats a webhook.
 */
export function createWaitingApp({ phase, dashboard, ...options }: WaitingAppOptions): Express {
  const comeBack: RequestHandler = (_request: Request, response: Response) => {
    response.set({ 'Retry-After': RETRY_AFTER_SECONDS, Connection: 'close' });
    refuse(response, 503, phase().name === 'stopping' ? 'stopping' : 'starting');
  };
  return createShell(
    { ...options, health: { checks: {}, phase } },
    {
      webhook: comeBack,
      add: (routes) => {
        if (dashboard) routes.use('/dashboard', dashboard);
        routes.use(['/webhooks', '/api', '/dashboard'], comeBack);
      },
    },
  );
}
