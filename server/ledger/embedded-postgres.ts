import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import {
  type ClusterOptions,
  clusterFolder,
  ensureCluster,
  readPassword,
  startPostmaster,
  until,
} from './embedded/cluster.ts';
import { withLock } from './embedded/folder-lock.ts';
import { settle } from './embedded/home.ts';
import { findPostmaster, type Postmaster, stopPostmaster } from './embedded/postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** The folder for the database; made where it is not there. */
  readonly folder: string;
  /** False: faster, and a crash of the machine may lose data; for tests. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** The address of a database of that name, which is made where it is not there. */
  databaseUrl(name: string): Promise<string>;
  /** Whether a server was found running on the folder. */
  readonly takenOver: boolean;
  readonly port: number;
  readonly pid: number;
  /** Where the data are: for root it may be another folder than the one asked for. */
  readonly folder: string;
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>;
}

const APPLICATION = 'complaint-clock-embedded';

interface Login {
  readonly port: number;
  readonly password: string;
}

const addressOf = ({ port, password }: Login, name: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;

async function connect(login: Login): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: addressOf(login, 'postgres'),
    application_name: APPLICATION,
    connectionTimeoutMillis: 5_000,
  });
  // Broken when the server ends before us; each query says so too.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function isUp(login: Login): Promise<boolean> {
  try {
    await (await connect(login)).end();
    return true;
  } catch (error) {
    // Up, but not with this password: waiting won't help.
    if (error instanceof pg.DatabaseError && error.code === '28P01') throw error;
    return false;
  }
}

async function run(options: ClusterOptions): Promise<{ server: Postmaster; takenOver: boolean }> {
  const cluster = clusterFolder(options.home);
  const running = await findPostmaster(cluster);
  await ensureCluster(options);
  const password = await readPassword(options.home);
  if (running) {
    await until(() => isUp({ port: running.port, password }));
    return { server: running, takenOver: true };
  }
  return { server: await startPostmaster(options, (port) => isUp({ port, password })), takenOver: false };
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return;
  await client.query(`create database ${client.escapeIdentifier(name)}`).catch((error: unknown) => {
    // Another process was faster.
    if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505')))
      throw error;
  });
}

/**
 * Runs Postgres from a folder, for where no DATABASE_URL is set. A server that a killed process left running there is
 * taken over, and one that another process runs is shared; who leaves last stops it. Rejects with an error that says
 * to set DATABASE_URL where the platform has no such Postgres.
 */
export async function embeddedPostgres({
  folder,
  durable = true,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = await postgresAccount();
  const home = await settle(folder, await findBinaries(), account);
  const cluster = clusterFolder(home);
  const lock = join(home.folder, 'lock');

  const { server, takenOver, login, presence } = await withLock(lock, async () => {
    const started = await run({ home, account, durable });
    const login = { port: started.server.port, password: await readPassword(home) };
    // Held open as long as we use the server: by it others see that we do.
    return { ...started, login, presence: await connect(login) };
  });

  return {
    ...server,
    takenOver,
    folder: home.folder,
    databaseUrl: async (name) => {
      await createDatabase(presence, name);
      return addressOf(login, name);
    },
    stop: () =>
      withLock(lock, async () => {
        const { rows } = await presence
          .query(
            'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
            [APPLICATION],
          )
          .catch(() => ({ rows: [{ others: 0 }] }));
        await presence.end();
        if (rows[0].others === 0) await stopPostmaster(cluster, server);
      }),
  };
}
