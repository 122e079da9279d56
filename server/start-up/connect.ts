import { describeError } from '../describe-error.ts';
import type { Door } from '../http/door.ts';
import { type Ledger, openLedger } from '../ledger/index.ts';
import type { Metrics } from '../metrics/index.ts';
import { createZendesk, type Zendesk, type ZendeskCall } from '../zendesk/index.ts';
import type { Closers } from './closers.ts';
import { openDatabase } from './open-database.ts';
import type { ServiceParts } from './parts.ts';
import { startSharing } from './share-limit.ts';
import { waitUntilThere } from './wait-until-there.ts';

export interface ConnectOptions extends Pick<ServiceParts, 'config' | 'clock' | 'waits' | 'log'> {
  readonly metrics: Metrics;
  readonly door: Pick<Door, 'waitFor'>;
  readonly closers: Closers;
  readonly onCall?: ((call: ZendeskCall) => void) | undefined;
  /** Ends the waiting for what isn't there. */
  readonly signal: AbortSignal;
}

export interface Connected {
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly zendesk: Zendesk;
}

function connectZendesk({ config, metrics, waits, signal, onCall }: ConnectOptions): Zendesk {
  return createZendesk({
    ...config.zendesk,
    sharePercent: config.rateShare,
    onCall: (call) => {
      metrics.onCall(call);
      onCall?.(call);
    },
    onWait: metrics.onWait,
    waits,
    signal,
  });
}

/** Waits for the database, and makes what talks to Zendesk, which is not asked for anything yet. */
export async function connect(options: ConnectOptions): Promise<Connected> {
  const { config, clock, waits, log, metrics, door, closers, signal } = options;
  door.waitFor('Postgres');
  const databaseUrl = await openDatabase(config, log, closers);
  const ledger = await waitUntilThere({ what: 'Postgres', log, waits, signal }, () =>
    openLedger({
      databaseUrl,
      onError: (error) => log.warn({ error: describeError(error) }, 'a database connection broke'),
    }),
  );
  closers.add(ledger.close);
  const zendesk = connectZendesk(options);
  const { limiter, refusedSince } = zendesk;
  metrics.watch({ ledger, limiter, refusedSince, clock });
  const sharing = await startSharing({ ledger, limiter, log, waits });
  closers.add(sharing.stop);
  return { databaseUrl, ledger, zendesk };
}
