import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Account, createAccount, type SentMail } from './account/account.ts';
import { type Configuration, copyConfiguration, setUp } from './account/configuration.ts';
import { createAlarms } from './alarms.ts';
import { createClock, type SandboxClock } from './clock.ts';
import { type AppPackage, installApps } from './control/app-packages.ts';
import { installRequirements } from './control/app-requirements.ts';
import { createEventStream } from './control/events.ts';
import { createEndpointOf } from './faults/endpoint.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { createFaultMiddleware } from './faults/middleware.ts';
import { seededRandom } from './faults/random.ts';
import { createJobQueue } from './http/jobs.ts';
import { createLimiter } from './http/rate-limits.ts';
import { createRequestLog, type RequestLogEntry } from './http/request-log.ts';
import type { ListedRoute } from './http/route.ts';
import { createSessions } from './http/sessions.ts';
import { createInstallations } from './installations/installations.ts';
import { createRenderer } from './liquid/render.ts';
import { createTokenStore } from './oauth/tokens.ts';
import { startAutomations } from './rules/automation-runner.ts';
import { settingsOf } from './seed/account-settings.ts';
import { DEFAULT_SEED } from './seed/default-seed.ts';
import { loadSeed } from './seed/load-seed.ts';
import type { SeedFile } from './seed/seed-file.ts';
import { serviceClient } from './seed/service-client.ts';
import { createServerApp } from './server-app.ts';
import { createDeliverer, type WebhookDelivery } from './webhooks/deliverer.ts';
import { watchTickets } from './webhooks/ticket-events/watch.ts';

export interface SandboxOptions {
  /** Port to listen on; 0 (the default) takes any free one. */
  port?: number;
  /** Delay of every API call, in milliseconds. Default 0. */
  latencyMs?: number;
  /** What the account holds; a small neutral helpdesk if absent. */
  seed?: SeedFile;
  apps?: AppPackage[];
  /** What administrators have set up in another account with the same seed. */
  configuration?: Configuration;
  /** Start of the account's clock, ISO; real time if absent. */
  now?: string;
  /** Overrides the seed's plan, which sets the API limit. */
  plan?: string;
  /** When a webhook call is given up, in milliseconds. Zendesk waits 12 s. */
  webhookTimeoutMs?: number;
  /** Base of the pause before a webhook is retried, in milliseconds. Default 1 s. */
  webhookRetryMs?: number;
  /** Multiplies every pause before a webhook is retried, those a `Retry-After` asks for too. Default 1. */
  webhookRetryScale?: number;
  /** Seed of what is left to chance: which part of the requests a fault strikes. Default 1. */
  randomSeed?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT`: REST under `/api/v2`, tokens at `/oauth/tokens`. */
  url: string;
  agentUrl: string;
  clientId: string;
  clientSecret: string;
  clock: SandboxClock;
  requests(): RequestLogEntry[];
  /** Every route of the API and who may call it, for whoever wants to walk them all. */
  routes(): ListedRoute[];
  deliveries(): WebhookDelivery[];
  mails(): SentMail[];
  faults: Faults;
  /** A copy of all that administrators have set up so far. */
  configuration(): Configuration;
  /** How far reads and search are behind the writes; may be set at any time. */
  lag: Account['lag'];
  /** Ends all access tokens, as an administrator may. */
  revokeTokens(): void;
  stop(): Promise<void>;
}

/** Zendesk gives a webhook up after this long. */
const WEBHOOK_TIMEOUT_MS = 12_000;
const WEBHOOK_RETRY_MS = 1_000;
const KEEP_ALIVE_MS = 65_000;

/**
 * Starts a Zendesk account in this process.
 * @throws Error when seed, plan, clock or apps are wrong, or the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? DEFAULT_SEED;
  const clock = createClock(options.now);
  const account = createAccount(settingsOf(seed, options.plan), clock);
  const deps = { account, renderer: createRenderer(account) };
  const { apps, cleanUp } = installApps(options.apps ?? []);
  loadSeed(deps, seed);
  if (options.configuration) setUp(account, options.configuration);
  const tokens = createTokenStore(() => Date.now());
  const client = serviceClient(account, seed);
  tokens.addClient(client);
  const log = createRequestLog(() => clock.now());
  const routes: ListedRoute[] = [];
  const deliverer = createDeliverer(account, {
    timeoutMs: options.webhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
    retryMs: options.webhookRetryMs ?? WEBHOOK_RETRY_MS,
    retryScale: options.webhookRetryScale ?? 1,
  });
  watchTickets(account);
  const events = createEventStream(account.bus);
  const alarms = createAlarms(clock);
  const faults = createFaults({
    clock,
    alarms,
    random: seededRandom(options.randomSeed ?? 1),
    world: {
      account,
      gate: deliverer.gate,
      revokeTokens: tokens.revokeAll,
      expireTokens: tokens.expireAll,
    },
    onChange: () => account.bus.emit({ event: 'activity', data: { of: 'faults' } }),
  });
  const faultMiddleware = createFaultMiddleware({
    faults,
    endpointOf: createEndpointOf(routes),
    facts: log.facts,
    onWorkDone: account.outbox.flush,
  });
  const app = await createServerApp({
    ...deps,
    tokens,
    sessions: createSessions(account),
    log,
    routes,
    limiter: createLimiter(() => clock.now()),
    jobs: createJobQueue(account),
    deliverer,
    apps,
    installations: createInstallations(apps, { stamp: account.stamp, nextId: account.ids.next }),
    events: events.handler,
    faults,
    faultMiddleware,
    latencyMs: options.latencyMs ?? 0,
  });
  const server = createServer(app);
  // A client's idle connection is kept for longer than a busy machine makes it wait.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  account.origin = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  const automations = startAutomations(deps);
  await installRequirements(apps, { url: account.origin, client });
  return {
    url: account.origin,
    agentUrl: `${account.origin}/agent`,
    clientId: client.identifier,
    clientSecret: client.secret,
    clock,
    requests: log.entries,
    routes: () => [...routes],
    deliveries: deliverer.deliveries,
    mails: () => [...account.mails],
    configuration: () => copyConfiguration(account),
    lag: account.lag,
    faults,
    revokeTokens: tokens.revokeAll,
    async stop() {
      automations.stop();
      alarms.stop();
      clock.stop();
      events.closeAll();
      await deliverer.stop();
      await close(server);
      cleanUp();
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The sandbox listens on no port.');
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
