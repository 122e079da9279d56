import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let ledger: Ledger;
const errors: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  ledger = await openLedger({ databaseUrl: database.url, onError: (error) => errors.push(error) });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

async function cut(pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('select pg_terminate_backend($1)', [pid]);
  await client.end();
}

test('a connection cut between two statements of a transaction ends the transaction and nothing else', async () => {
  const broken = ledger.transaction(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await cut(rows[0]?.pid ?? 0);
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    await sql`select 1`.execute(tx);
  });
  await expect(broken).rejects.toThrow();
  await expect(ledger.ping()).resolves.toBeUndefined();
});
