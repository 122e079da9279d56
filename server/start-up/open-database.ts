import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { embeddedPostgres } from '../ledger/embedded-postgres.ts';
import type { Closers } from './closers.ts';

/** The address of the database of the settings, else of one that is run from the data folder. */
export async function openDatabase(config: Config, log: Logger, closers: Closers): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl;
  const postgres = await embeddedPostgres({ folder: join(config.dataDir, 'postgres') });
  closers.add(postgres.stop);
  log.info(
    { folder: postgres.folder, takenOver: postgres.takenOver },
    'no DATABASE_URL is set: using the embedded Postgres',
  );
  return postgres.databaseUrl('complaint_clock');
}
