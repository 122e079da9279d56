import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { canRun, postgresAccount } from '../../server/ledger/embedded/account.ts';
import { binariesIn, findBinaries } from '../../server/ledger/embedded/binaries.ts';
import { withLock } from '../../server/ledger/embedded/folder-lock.ts';
import { settle } from '../../server/ledger/embedded/home.ts';
import { findPostmaster, stopPostmaster } from '../../server/ledger/embedded/postmaster.ts';
import { isAlive } from '../../server/ledger/embedded/process.ts';
import { type EmbeddedPostgres, embeddedPostgres } from '../../server/ledger/embedded-postgres.ts';
import { startProgram } from '../support/process.ts';

/** A folder with a database that is stopped: to make one takes longer than most of what is tried with it. */
let made: string;
/** The server that made it. */
let first: EmbeddedPostgres;
let folder: string;
let open: EmbeddedPostgres[];
let holders: ChildProcess[];

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'complaint-clock-made-'));
  first = await embeddedPostgres({ folder: made, durable: false });
  await query(await first.databaseUrl('clock'), 'create table kept as select 42 as answer');
  await first.stop();
});
afterAll(async () => {
  const cluster = join(made, 'cluster');
  const left = await findPostmaster(cluster);
  if (left) await stopPostmaster(cluster, left);
  await rm(made, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'complaint-clock-embedded-'));
  open = [];
  holders = [];
});
afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  for (const server of open) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function run(at = folder): Promise<EmbeddedPostgres> {
  const server = await embeddedPostgres({ folder: at, durable: false });
  open.push(server);
  return server;
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  open.splice(open.indexOf(server), 1);
  await server.stop();
}

const told = z.object({ pid: z.number(), takenOver: z.boolean(), address: z.string() });

async function holder(at = folder): Promise<z.infer<typeof told> & { process: ChildProcess }> {
  const { said, child } = startProgram(['test/server/support/database-holder.ts', at]);
  holders.push(child);
  await expect.poll(() => said).toMatchObject({ out: expect.stringContaining('\n') });
  return { ...told.parse(JSON.parse(said.out)), process: child };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function query(address: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** How many processes use the server, by the connection that each of them holds open. */
const USERS = `select count(*)::int as users from pg_stat_activity where application_name = 'complaint-clock-embedded'`;

describe('the embedded Postgres', () => {
  it('starts from an empty folder, keeps its data, and leaves nothing running', async () => {
    expect(first.takenOver).toBe(false);
    expect(isAlive(first.pid)).toBe(false);
    const second = await run(made);
    expect(second.takenOver).toBe(false);
    expect(await query(await second.databaseUrl('clock'), 'select answer from kept')).toEqual([
      { answer: 42 },
    ]);
  });

  it('keeps its password in a file that others can not read, and asks for it', async () => {
    const server = await run(made);
    expect((await stat(join(made, 'password'))).mode & 0o777).toBe(0o600);
    const address = new URL(await server.databaseUrl('postgres'));
    expect(decodeURIComponent(address.password)).toBe(
      (await readFile(join(made, 'password'), 'utf8')).trim(),
    );
    expect(address.password.length).toBeGreaterThan(30);
    address.password = 'postgres';
    await expect(query(address.href, 'select 1')).rejects.toThrow(/password/);
  });

  it('that a killed process left running is taken over, and stopped in the end', async () => {
    const killed = await holder(made);
    await query(killed.address, 'create table kept as select 42 as answer');
    await end(killed.process, 'SIGKILL');
    expect(isAlive(killed.pid)).toBe(true);
    const server = await run(made);
    expect(server).toMatchObject({ takenOver: true, pid: killed.pid });
    expect(await query(await server.databaseUrl('holder'), 'select answer from kept')).toEqual([
      { answer: 42 },
    ]);
    // The server has seen that the killed one is gone.
    await expect.poll(() => query(killed.address, USERS)).toEqual([{ users: 1 }]);
    await stop(server);
    expect(isAlive(killed.pid)).toBe(false);
  });

  it('that was killed itself is started again, with its data', async () => {
    const killed = await run(made);
    const address = await killed.databaseUrl('killed');
    await query(address, 'create table kept as select 42 as answer');
    await query(address, 'checkpoint');
    process.kill(killed.pid, 'SIGKILL');
    await expect.poll(() => isAlive(killed.pid)).toBe(false);
    open.splice(0);
    const second = await run(made);
    expect(second.takenOver).toBe(false);
    expect(await query(await second.databaseUrl('killed'), 'select answer from kept')).toEqual([
      { answer: 42 },
    ]);
  });

  it('is not mistaken for the process that has its number by now', async () => {
    const lines = [process.pid, join(made, 'cluster'), 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(made, 'cluster/postmaster.pid'), lines.join('\n'));
    expect((await run(made)).takenOver).toBe(false);
  });

  it('is made once where two processes start at once, and the last one stops it', async () => {
    const [first, second] = await Promise.all([holder(), holder()]);
    expect(first.pid).toBe(second.pid);
    expect([first.takenOver, second.takenOver].sort()).toEqual([false, true]);
    await end(first.process, 'SIGTERM');
    expect(await query(second.address, 'select 1 as up')).toEqual([{ up: 1 }]);
    await end(second.process, 'SIGTERM');
    expect(isAlive(first.pid)).toBe(false);
  });

  it('whose making was interrupted is made anew', async () => {
    await mkdir(join(folder, 'cluster.new/base'), { recursive: true });
    await writeFile(join(folder, 'lock'), '999999999');
    const server = await run();
    expect(await query(await server.databaseUrl('clock'), 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  it.runIf(process.getuid?.() === 0)('works for root in a folder that only root may enter', async () => {
    await chmod(folder, 0o700);
    const server = await run(join(folder, 'data'));
    onTestFinished(() => rm(server.folder, { recursive: true, force: true }));
    expect(server.folder).not.toContain(folder);
    expect(await query(await server.databaseUrl('clock'), 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  it.runIf(process.getuid?.() === 0)('works for root with programs that only root may reach', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await cp((await findBinaries()).home, join(closed, 'postgres'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await chmod(folder, 0o755);
    const account = await postgresAccount();
    const home = await settle(join(folder, 'data'), binariesIn(join(closed, 'postgres')), account);
    onTestFinished(() => rm(join(home.binaries.home, '..'), { recursive: true, force: true }));
    expect(home.folder).toBe(join(folder, 'data'));
    expect(await canRun(home.binaries.postgres, account)).toBe(true);
  });

  it('says what to do on a platform that it does not exist for', async () => {
    await expect(findBinaries('sunos', 'sparc')).rejects.toThrow(
      /no embedded Postgres for sunos on sparc.*Set DATABASE_URL/,
    );
  });
});

describe('the lock', () => {
  it('is held by one at a time', async () => {
    const path = join(folder, 'lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await stat(folder);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(path, work)));
    expect(most).toBe(1);
  });

  it('is let go where the work fails', async () => {
    const path = join(folder, 'lock');
    await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(path, async () => 'yes')).toBe('yes');
  });

  it('of a living process is waited for, then named', async () => {
    const path = join(folder, 'lock');
    await writeFile(path, String(process.ppid));
    await expect(withLock(path, async () => {}, 100)).rejects.toThrow(path);
  });
});
