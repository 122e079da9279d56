import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Home } from './home.ts';
import type { Postmaster } from './postmaster.ts';

const run = promisify(execFile);

export interface ClusterOptions {
  readonly home: Home;
  readonly account: Account;
  /** False: faster, and a crash of the machine may lose data; for tests. */
  readonly durable: boolean;
}

export const clusterFolder = ({ folder }: Home): string => join(folder, 'cluster');

async function give(path: string, { uid, gid }: Account): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

/** The password of the only role, in a file that only we can read; made together with the cluster. */
export async function readPassword({ folder }: Home): Promise<string> {
  return (await readFile(join(folder, 'password'), 'utf8')).trim();
}

async function runInitdb(
  { home, account, durable }: ClusterOptions,
  target: string,
  password: string,
): Promise<void> {
  const desk = await mkdtemp(join(tmpdir(), 'complaint-clock-'));
  const passwordFile = join(desk, 'password');
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    await give(desk, account);
    await give(passwordFile, account);
    const flags = [
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ];
    const args = [
      `--pgdata=${target}`,
      `--pwfile=${passwordFile}`,
      ...flags,
      ...(durable ? [] : ['--no-sync']),
    ];
    await run(home.binaries.initdb, args, { ...account, cwd: target });
  } finally {
    await rm(desk, { recursive: true, force: true });
  }
}

/** Makes the cluster where there is none. A run that was killed half-way leaves nothing that looks finished. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const { home, account } = options;
  const cluster = clusterFolder(home);
  if (await stat(join(cluster, 'PG_VERSION')).catch(() => undefined)) return;
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await give(unfinished, account);
  const password = randomBytes(24).toString('base64url');
  await runInitdb(options, unfinished, password);
  await writeFile(join(home.folder, 'password'), password, { mode: 0o600 });
  await rename(unfinished, cluster);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found');
  return address.port;
}

const SPEED = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/** Starts the server; it outlives us where we are killed. `isUp` says whether it can be connected to. */
export async function startPostmaster(
  { home, account, durable }: ClusterOptions,
  isUp: (port: number) => Promise<boolean>,
): Promise<Postmaster> {
  const cluster = clusterFolder(home);
  const port = await freePort();
  const log = await open(join(home.folder, 'postgres.log'), 'w', 0o600);
  const args = [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ];
  const child = spawn(
    home.binaries.postgres,
    [...args, '-c', 'max_connections=200', ...(durable ? [] : SPEED)],
    {
      ...account,
      cwd: cluster,
      // A group of its own: Ctrl-C is for us, and the database goes last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Postgres ended with ${code} as it started`)));
  });
  // Raced below; what happens afterwards is not a failed start.
  ended.catch(() => undefined);
  child.unref();
  try {
    await Promise.race([ended, until(() => isUp(port))]);
    return { pid: child.pid ?? 0, port };
  } catch (error) {
    const told = (await readFile(join(home.folder, 'postgres.log'), 'utf8'))
      .trim()
      .split('\n')
      .slice(-5)
      .join('\n');
    throw new Error(`The embedded Postgres did not start:\n${told}\nSet DATABASE_URL to use another one.`, {
      cause: error,
    });
  } finally {
    await log.close();
  }
}

/** Polls until `condition` holds; rejects after a minute, which is more than a recovery takes. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('Postgres did not take connections within 60 s');
    await delay(25);
  }
}
