import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createQueue } from '../../server/jobs/queue.ts';
import { openLedger } from '../../server/ledger/index.ts';

export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected, and removes the database. */
  drop(): Promise<void>;
}

/** Any number that nothing else locks by. */
const LOCK = 7_241_900;

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseServer'));
  url.pathname = `/${name}`;
  return url.href;
}

async function made(from: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name} template ${from}`));
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Gives a database the tables of the ledger and of the queue, as the first start of a service does. */
async function fill(databaseUrl: string): Promise<void> {
  const log = pino({ level: 'silent' });
  const ledger = await openLedger({ databaseUrl, onError: () => {} });
  await ledger.close();
  const queue = createQueue({ databaseUrl, concurrency: 1, heartbeatSeconds: 10, superviseSeconds: 5, log });
  await queue.start(async () => {});
  await queue.stop(1_000);
}

/** The database that those of a run are copied from, made by whoever needs it first, in whatever process. */
async function ensureTemplate(name: string): Promise<void> {
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // Under another name until it is whole: a run that is ended meanwhile leaves no half of one.
    const begun = `${name}_begun`;
    await client.query(`drop database if exists ${begun} with (force)`);
    await client.query(`create database ${begun}`);
    await fill(urlOf(begun));
    await client.query(`alter database ${begun} rename to ${name}`);
  });
}

/** An empty database of its own for a test file. */
export const testDatabase = (): Promise<TestDatabase> => made('template1');

let template: Promise<void> | undefined;

/** The same with the tables of a service that has been started once: what takes longest of a start is done already. */
export async function ledgerDatabase(): Promise<TestDatabase> {
  const name = inject('databaseTemplate');
  template ??= ensureTemplate(name);
  await template;
  return made(name);
}
