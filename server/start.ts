import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { describeError } from './describe-error.ts';
import { createApp } from './http/app.ts';
import { createBatch } from './http/batch.ts';
import type { WebhookPayload } from './http/payload.ts';
import { serve } from './http/serve.ts';
import { type Look, startJobs } from './jobs/index.ts';
import { embeddedPostgres } from './ledger/embedded-postgres.ts';
import { type Ledger, openLedger } from './ledger/index.ts';
import { createZendesk, type Zendesk, type ZendeskCall } from './zendesk/index.ts';

/** What the look is built from. */
export interface ServiceParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly ledger: Ledger;
  readonly zendesk: Zendesk;
  /** Complaints recorded before it are taken in silently; epoch milliseconds. */
  readonly liveSince: number;
}

export interface Prepared {
  readonly look: Look;
  /** The webhook's signing secrets, the current one first; asked for at each webhook. */
  readonly webhookSecrets: () => readonly string[];
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Reads policy and account, and gives the look. Rejects where either is not as it must be: the start fails. */
  readonly prepare: (parts: ServiceParts) => Promise<Prepared>;
  /** The machine's time by default. */
  readonly clock?: Clock;
  readonly onCall?: (call: ZendeskCall) => void;
}

export interface Service {
  /** Where it listens, on this machine. */
  readonly url: string;
  readonly ledger: Ledger;
  /** Looks for due wakes now; to be called when the clock was moved. */
  poke(): void;
  /** Takes no more webhooks, ends what is under way, and lets go of everything; within 10 s. */
  stop(): Promise<void>;
}

/** What was started, to be stopped in the opposite order, also where a later start fails. */
function createClosers(log: Logger) {
  const closers: (() => Promise<void>)[] = [];
  return {
    add: (close: () => Promise<void>) => closers.push(close),
    closeAll: async () => {
      for (let close = closers.pop(); close; close = closers.pop()) {
        await close().catch((error: unknown) =>
          log.error({ error: describeError(error) }, 'something did not stop cleanly'),
        );
      }
    },
  };
}

type Closers = ReturnType<typeof createClosers>;

async function openDatabase(config: Config, log: Logger, closers: Closers): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const postgres = await embeddedPostgres({ folder: join(config.dataDir, 'postgres') });
  closers.add(postgres.stop);
  log.info(
    { folder: postgres.folder, takenOver: postgres.takenOver },
    'no DATABASE_URL is set: using the embedded Postgres',
  );
  return postgres.databaseUrl('complaint_clock');
}

async function assemble(options: StartOptions, closers: Closers): Promise<Service> {
  const { config, log, prepare, onCall, clock = systemClock } = options;
  const stopping = new AbortController();
  const databaseUrl = await openDatabase(config, log, closers);
  const ledger = await openLedger({
    databaseUrl,
    onError: (error) => log.warn({ error: describeError(error) }, 'a database connection broke'),
  });
  closers.add(ledger.close);
  const zendesk = createZendesk({
    ...config.zendesk,
    ...(onCall ? { onCall } : {}),
    signal: stopping.signal,
  });
  // To the second, as Zendesk stamps: what is recorded in the very second of the start is ours to acknowledge.
  const started = new Date(Math.floor(clock.now() / 1_000) * 1_000).toISOString();
  const first = await ledger.settleSetting('live_since', started);
  const liveSince = config.liveSince ?? Date.parse(first);
  const { look, webhookSecrets } = await prepare({ config, clock, log, ledger, zendesk, liveSince });

  const { concurrency, quietMs } = config;
  const jobs = await startJobs({ databaseUrl, ledger, clock, look, log, concurrency, quietMs });
  closers.add(() => jobs.stop(5_000));
  const wake = createBatch<WebhookPayload>((payloads) =>
    ledger.wake(payloads.map((payload) => ({ ...payload, at: clock.now() }))),
  );
  const app = createApp({ secrets: webhookSecrets, wake, log, checks: { database: ledger.ping } });
  const served = await serve(app, config);
  closers.add(() => served.close(2_000));
  closers.add(async () => stopping.abort());
  const url = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${served.port}`;
  log.info({ url, liveSince: new Date(liveSince).toISOString() }, 'Complaint Clock is ready');
  return { url, ledger, poke: jobs.poke, stop: closers.closeAll };
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
