import type { Logger } from 'pino';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createWaitingApp } from './http/app.ts';
import { createDoor } from './http/door.ts';
import { serve } from './http/serve.ts';
import { startJobs } from './jobs/index.ts';
import { startRounds } from './jobs/rounds.ts';
import { waitingPage } from './leads/waiting-page.ts';
import type { Ledger } from './ledger/index.ts';
import { createMetrics } from './metrics/index.ts';
import { type Closers, createClosers } from './start-up/closers.ts';
import { type Connected, connect } from './start-up/connect.ts';
import type { Prepared, ServiceParts } from './start-up/parts.ts';
import { createServiceApp } from './start-up/service-app.ts';
import { waitUntilThere } from './start-up/wait-until-there.ts';
import { createWaits, type Waits } from './waits.ts';
import type { ZendeskCall } from './zendesk/index.ts';

export type { Prepared, ServiceParts } from './start-up/parts.ts';

export interface StartOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Reads policy and account, and gives the look. Rejects where either is not as it must be: the start fails. */
  readonly prepare: (parts: ServiceParts) => Promise<Prepared>;
  /** The machine's time by default. */
  readonly clock?: Clock;
  /** Real time by default. */
  readonly waits?: Waits;
  readonly onCall?: (call: ZendeskCall) => void;
  /** Ends a start that waits for Postgres or Zendesk. */
  readonly signal?: AbortSignal;
}

export interface Service {
  /** Where it listens, on this machine. */
  readonly url: string;
  readonly ledger: Ledger;
  /** Looks for due wakes now; to be called when the clock was moved. */
  poke(): void;
  /** Not ready from the first moment; ends what is under way, and lets go of everything; within 10 s. */
  stop(): Promise<void>;
}

/** What every part of this process shares. */
function createShared(options: StartOptions) {
  const { config, log, clock = systemClock, waits = createWaits() } = options;
  const stopping = new AbortController();
  options.signal?.addEventListener('abort', () => stopping.abort(), { once: true });
  if (options.signal?.aborted) stopping.abort();
  const metrics = createMetrics();
  const route = { metrics, token: config.metricsToken };
  const { basePath, trustedProxies } = config;
  const account = config.zendesk.baseUrl;
  const door = createDoor((phase) =>
    createWaitingApp({
      ...{ basePath, trustedProxies, log, metrics: route, phase },
      dashboard: waitingPage({ account, phase }),
    }),
  );
  return { config, log, clock, waits, stopping, metrics, route, door };
}

type Shared = ReturnType<typeof createShared>;

/** From then on health is told, and webhooks are asked to come back. */
async function listen({ config, log, door }: Shared, closers: Closers): Promise<string> {
  const served = await serve(door.listener, config);
  closers.add(() => served.close(1_000));
  const url = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${served.port}`;
  log.info({ url }, 'listening, and not ready yet');
  return url;
}

async function startWork(
  { config, clock, waits, log }: Shared,
  { look, rounds = [] }: Prepared,
  { databaseUrl, ledger, closers }: Connected & { readonly closers: Closers },
): Promise<() => void> {
  const { concurrency, quietMs } = config;
  const jobs = await startJobs({ databaseUrl, ledger, clock, look, log, concurrency, quietMs });
  closers.add(() => jobs.stop(5_000));
  const rounding = startRounds({ ledger, clock, waits, log, rounds });
  closers.add(rounding.stop);
  return () => {
    jobs.poke();
    rounding.poke();
  };
}

async function assemble(options: StartOptions, closers: Closers): Promise<Service> {
  const shared = createShared(options);
  const { config, clock, waits, log, metrics, door, stopping } = shared;
  const { signal } = stopping;
  const url = await listen(shared, closers);
  const connected = await connect({ ...shared, closers, onCall: options.onCall, signal });
  door.waitFor('Zendesk');
  const prepared = await waitUntilThere({ what: 'Zendesk', log, waits, signal }, () =>
    options.prepare({ config, clock, waits, log, metrics, ...connected }),
  );
  const poke = await startWork(shared, prepared, { ...connected, closers });
  door.open(await createServiceApp({ ...shared, ...connected, prepared }));
  closers.add(async () => stopping.abort());
  // The last to be added is the first to go: nobody sends anything new while the rest ends.
  closers.add(() => door.close(2_000));
  const { liveSince } = prepared;
  const since = liveSince === undefined ? {} : { liveSince: new Date(liveSince).toISOString() };
  log.info({ url, ...since }, 'Complaint Clock is ready');
  return { url, ledger: connected.ledger, poke, stop: closers.closeAll };
}

/** Starts the whole service in this process. Rejects, with nothing left running, where a part can't be started. */
export async function startService(options: StartOptions): Promise<Service> {
  const closers = createClosers(options.log);
  try {
    return await assemble(options, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}
