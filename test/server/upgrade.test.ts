import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/ledger/database.ts';
import { type Ledger, openLedger } from '../../server/ledger/index.ts';
import { type Migrations, migrate } from '../../server/ledger/migrate.ts';
import { migrations } from '../../server/ledger/migrations/index.ts';
import type { Tables } from '../../server/ledger/tables.ts';
import { startService } from '../../server/start.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { movableClock } from './support/clock.ts';
import { fakeAccount } from './support/fake-account.ts';
import { testLog } from './support/log.ts';

const NOON = Date.parse('2026-04-08T12:00:00Z');
const names = Object.keys(migrations).sort();

/** As the version before the present share of the rate limit left it. */
const PREVIOUS = '0003_marked_since';

let database: TestDatabase;
let client: pg.Client;
let db: Kysely<Tables>;
let opened: Ledger[] = [];

beforeEach(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  db = openDatabase({ databaseUrl: database.url, max: 3, onError: () => {} });
});
afterEach(async () => {
  for (const ledger of opened) await ledger.close();
  opened = [];
  await db.destroy();
  await client.end();
  await database.drop();
});

/** The migrations of the version that ended with this one. */
const upTo = (last: string): Migrations =>
  Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));

async function open(): Promise<Ledger> {
  const ledger = await openLedger({
    databaseUrl: database.url,
    onError: (error) => {
      throw error;
    },
  });
  opened.push(ledger);
  return ledger;
}

/** What that version had written: a case with its history, wakes, rounds, what was erased, and its own settings. */
async function fill(): Promise<void> {
  await client.query(`
    insert into cases (ticket_id, stage, channel, policy_id, policy_version, received_at, next_due_at, next_duty,
      next_look_at, requester_id, group_id, marks, updated_at, current_ticket_id, flags, category, marked_since)
    values (42, 'acknowledged', 'letter', 'ask4', '2026-01-01', '2026-04-07T12:00Z', '2026-04-13T23:00Z',
      'policy.update', '2026-04-10T23:00Z', 19000000000123, 7, '{burst}', '2026-04-08T12:00Z', 43,
      '{data_protection}', 'billing', '{"burst":1775649600000}');
    insert into case_events (ticket_id, position, audit_id, kind, at, recorded_at, author_id, payload) values
      (42, 0, 900, 'received', '2026-04-07T12:00Z', '2026-04-07T12:05Z', 11, '{"channel":"letter"}'),
      (42, 1, 901, 'acknowledged', '2026-04-08T09:00Z', '2026-04-08T09:00Z', 12, '{}');
    insert into deadlines (ticket_id, regime, duty, anchor_at, projected, due_at, due_date, warn_at, done_at) values
      (42, 'ask4', 'acknowledgement', '2026-04-07T12:00Z', false, '2026-04-08T12:00Z', '2026-04-08',
        '2026-04-08T06:00Z', '2026-04-08T09:00Z'),
      (42, 'ask4', 'update', '2026-04-08T09:00Z', false, '2026-04-13T23:00Z', '2026-04-13', '2026-04-12T23:00Z', null);
    insert into wakes (ticket_id, wake_at, seq, seen_stamp) values (42, '2026-04-08T11:59Z', 5, '2026-04-08T09:00Z');
    insert into settings values ('live_since', '1775000000000');
    insert into tombstones values (77, '2026-04-01T00:00Z', 'erased');
    insert into runs (name, due_at, state) values ('sweep', '2026-04-08T12:05Z', '{"cursor":"abc"}');
    insert into send_slots values (42, 19000000000123, '2026-04-08T09:00Z');
    insert into rebuild values (42, 1, '2026-04-07T12:00Z', '2026-04-07T13:00Z');
    insert into processes values ('${randomUUID()}', '2026-04-08T11:59Z', 12)`);
}

describe('a ledger of the version before', () => {
  beforeEach(async () => {
    await migrate(db, upTo(PREVIOUS));
    await fill();
  });

  test('is brought forward with all that it holds', async () => {
    const ledger = await open();
    const whole = await ledger.readCase(42);
    expect(whole?.row).toMatchObject({
      stage: 'acknowledged',
      requesterId: 19_000_000_000_123,
      currentTicketId: 43,
      marks: ['burst'],
      markedSince: { burst: NOON },
      flags: ['data_protection'],
    });
    expect(whole?.events.map(({ kind, payload }) => [kind, payload])).toEqual([
      ['received', { channel: 'letter' }],
      ['acknowledged', {}],
    ]);
    expect(whole?.deadlines.map(({ duty, dueDate }) => [duty, dueDate])).toEqual([
      ['acknowledgement', '2026-04-08'],
      ['update', '2026-04-13'],
    ]);
    expect(await ledger.dueWakes(NOON, 10)).toEqual([42]);
    expect(await ledger.readWake(42)).toMatchObject({ seq: 5 });
    expect(await ledger.readSetting('live_since')).toBe('1775000000000');
    expect(await ledger.isTombstoned(77)).toBe(true);
    expect(await ledger.readRun('sweep')).toMatchObject({ state: { cursor: 'abc' } });
    await ledger.ping();
  });

  test('is brought forward once where several processes start at the same time', async () => {
    const ledgers = await Promise.all([open(), open(), open()]);
    const { rows } = await client.query('select name from kysely_migration order by name');
    expect(rows.map(({ name }) => name)).toEqual(names);
    for (const ledger of ledgers) {
      expect(await ledger.dueWakes(NOON, 10)).toEqual([42]);
    }
  });

  test('has its due wake looked at by a service that starts on it', async () => {
    const account = await fakeAccount();
    const looked: number[] = [];
    const clock = movableClock();
    const read = readConfig({
      ZENDESK_URL: account.url,
      ZENDESK_CLIENT_ID: 'clock',
      ZENDESK_CLIENT_SECRET: 'top-secret',
      PUBLIC_URL: 'http://127.0.0.1:1',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: database.url,
    });
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    await client.query('update wakes set wake_at = $1', [new Date(clock.now() - 1_000)]);
    const service = await startService({
      config: read.config,
      log: testLog().log,
      clock,
      prepare: async () => ({
        webhookSecrets: () => ['shared'],
        look: async ({ ticketId }) => {
          looked.push(ticketId);
          return { nextLookAt: undefined, save: async () => {} };
        },
      }),
    });
    try {
      await vi.waitFor(() => expect(looked).toEqual([42]), 60_000);
    } finally {
      await service.stop();
      await account.stop();
    }
  });
});

describe('while old and new processes run side by side', () => {
  test('what the version before writes is taken, and what it reads is there', async () => {
    await migrate(db, upTo(PREVIOUS));
    await fill();
    const ledger = await open();
    // The statements of that version: its beat, a wake, and a look that settles.
    const id = randomUUID();
    for (const calls of [3, 4])
      await client.query(
        `insert into processes (id, seen_at, calls) values ($1, $2, $3)
         on conflict (id) do update set seen_at = $2, calls = $3`,
        [id, new Date(NOON), calls],
      );
    const { rows } = await client.query(
      'select coalesce(sum(calls) filter (where id <> $1), 0)::int as calls from processes',
      [id],
    );
    expect(rows).toEqual([{ calls: 12 }]);
    await client.query(
      `insert into wakes (ticket_id, wake_at, changed_at, background, correlation)
       values (50, $1, null, false, 'abc') on conflict (ticket_id) do update set seq = wakes.seq + 1`,
      [new Date(NOON)],
    );
    await client.query(
      `update cases set stage = 'updated', marks = '{}', marked_since = '{}' where ticket_id = 42`,
    );
    // And the new one, on the same rows.
    expect(await ledger.dueWakes(NOON, 10)).toEqual([42, 50]);
    expect((await ledger.readCase(42))?.row).toMatchObject({ stage: 'updated', marks: [] });
    const others = await ledger.beat(
      { id: randomUUID(), now: NOON, limit: 700, keys: ['account'] },
      ({ processes }) => [{ key: 'account', calls: processes, until: NOON + 60_000 }],
    );
    // The one that was last heard of a minute ago is forgotten.
    expect(others.processes).toBe(2);
  });

  test.each(names.slice(0, -1))('a process of the version that ended with %s starts again', async (last) => {
    await migrate(db);
    await migrate(db, upTo(last));
    const { rows } = await client.query('select name from kysely_migration order by name');
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  test('a database that has run something else is refused', async () => {
    await migrate(db);
    await client.query(`insert into kysely_migration values ('0001_of_another_program', '2026-01-01')`);
    await expect(migrate(db)).rejects.toThrow('could not be migrated');
  });
});

test.each(names.slice(0, -1))('the shape that ended with %s is brought forward', async (last) => {
  await migrate(db, upTo(last));
  const ledger = await open();
  await ledger.ping();
  const { rows } = await client.query('select name from kysely_migration order by name');
  expect(rows.map(({ name }) => name)).toEqual(names);
});
