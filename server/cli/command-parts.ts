import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Clock, systemClock } from '../clock.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Config, readConfig } from '../config.ts';
import { describeError } from '../describe-error.ts';
import { embeddedPostgres } from '../ledger/embedded-postgres.ts';
import { type Ledger, openLedger } from '../ledger/index.ts';
import { createPrepare, type PreparedAll } from '../start-up/prepare.ts';
import { startSharing } from '../start-up/share-limit.ts';
import { createWaits, type Waits } from '../waits.ts';
import { createZendesk, type Zendesk } from '../zendesk/index.ts';

export interface CommandOptions {
  readonly log: Logger;
  /** The machine's settings by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The machine's time by default. */
  readonly clock?: Clock;
  readonly waits?: Waits;
  /** Ends waits for Zendesk. */
  readonly signal?: AbortSignal;
}

/** What a command works with, beside the service or without it. */
export interface CommandParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly waits: Waits;
  readonly log: Logger;
  readonly databaseUrl: string;
  readonly ledger: Ledger;
  readonly zendesk: Zendesk;
  /** Policy, account and look, read when first asked for. */
  readonly prepared: (liveSince: number) => Promise<PreparedAll>;
  close(): Promise<void>;
}

function configFrom(env: CommandOptions['env']): Config {
  const read = readConfig(env);
  if (read.ok) return read.config;
  const faults = read.faults.map(({ name, message }) => `  ${name} ${message}`);
  throw new UsageError(`These settings can't be used, they are those of the service:\n${faults.join('\n')}`);
}

async function databaseOf({ databaseUrl, dataDir }: Config) {
  if (databaseUrl) return { url: databaseUrl, leave: async () => {} };
  const postgres = await embeddedPostgres({ folder: join(dataDir, 'postgres') });
  return { url: await postgres.databaseUrl('complaint_clock'), leave: postgres.stop };
}

/** Opens the service's database and account. Rejects with UsageError where the settings are wrong. */
export async function openParts(options: CommandOptions): Promise<CommandParts> {
  const { log, env, clock = systemClock, waits = createWaits(), signal } = options;
  const config = configFrom(env);
  const database = await databaseOf(config);
  try {
    const ledger = await openLedger({
      databaseUrl: database.url,
      onError: (error) => log.warn({ error: describeError(error) }, 'a database connection broke'),
    });
    const sharePercent = config.rateShare;
    const zendesk = createZendesk({ ...config.zendesk, sharePercent, waits, ...(signal ? { signal } : {}) });
    // A command uses the same share as the service beside it.
    const sharing = await startSharing({ ledger, limiter: zendesk.limiter, log, waits });
    const parts = { config, clock, waits, log, ledger, zendesk };
    return {
      ...parts,
      databaseUrl: database.url,
      prepared: (liveSince) => createPrepare({ tryScopes: false })({ ...parts, liveSince }),
      close: async () => {
        await sharing.stop();
        await ledger.close();
        await database.leave();
      },
    };
  } catch (error) {
    await database.leave();
    throw error;
  }
}
