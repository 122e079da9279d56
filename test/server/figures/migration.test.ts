import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../server/ledger/database.ts';
import { type Ledger, openLedger } from '../../../server/ledger/index.ts';
import { migrate } from '../../../server/ledger/migrate.ts';
import { migrations } from '../../../server/ledger/migrations/index.ts';
import { type TestDatabase, testDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
let ledger: Ledger;

/** A ledger of the version before the figures, with a case that has all that they are counted from. */
beforeAll(async () => {
  database = await testDatabase();
  const db = openDatabase({ databaseUrl: database.url, max: 3, onError: () => {} });
  await migrate(db, Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005')));
  await db.destroy();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`
    insert into cases (ticket_id, stage, policy_id, policy_version, received_at, next_due_at, next_duty, requester_id,
      updated_at, current_ticket_id) values
      (1, 'acknowledged', 'ask4', '1', '2026-04-07T12:00Z', '2026-04-13T23:00Z', 'ask4.update', 5, '2026-04-08T12:00Z', 1),
      (2, 'received', 'ask4', '1', '2026-04-07T12:00Z', null, null, 5, '2026-04-08T12:00Z', 2);
    insert into deadlines (ticket_id, regime, duty, anchor_at, projected, due_at, due_date, warn_at)
      select id, 'ask4', duty, '2026-04-07T12:00Z', false, '2026-04-13T23:00Z', '2026-04-13', '2026-04-12T23:00Z'
      from unnest(array[1, 2]) as id, unnest(array['acknowledgement', 'update', 'response']) as duty;
    insert into case_events (ticket_id, position, audit_id, kind, at, recorded_at, payload) values
      (1, 0, 10, 'received', '2026-04-07T12:00Z', '2026-04-07T12:00Z', '{"channel":"letter"}'),
      (1, 1, 11, 'noted', '2026-04-08T12:00Z', '2026-04-08T12:00Z',
        '{"topic":"delay","regime":"ask4","duty":"update","code":"workload"}'),
      (1, 2, 12, 'noted', '2026-04-09T12:00Z', '2026-04-09T12:00Z',
        '{"topic":"delay","regime":"ask4","duty":"update","code":"customer"}'),
      (1, 3, 13, 'noted', '2026-04-10T12:00Z', '2026-04-10T12:00Z',
        '{"topic":"delay","regime":"ask4","duty":"update","code":"oversight","void":true,"corrected_by":14}'),
      (1, 4, 14, 'noted', '2026-04-10T13:00Z', '2026-04-10T13:00Z',
        '{"topic":"delay","regime":"another","duty":"response","code":"other"}'),
      (1, 5, 15, 'noted', '2026-04-10T14:00Z', '2026-04-10T14:00Z', '{"topic":"delay","duty":"acknowledgement","code":"third_party"}')`);
  await client.end();
  ledger = await openLedger({
    databaseUrl: database.url,
    onError: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

test('what the ledger had already is filled in: the reasons that count, and the date of the next deadline', async () => {
  const [one, two] = [await ledger.readCase(1), await ledger.readCase(2)];
  const reasons = (whole: typeof one) =>
    Object.fromEntries((whole?.deadlines ?? []).map(({ duty, delayReason }) => [duty, delayReason]));
  expect(reasons(one)).toEqual({ acknowledgement: 'third_party', update: 'customer', response: null });
  expect(reasons(two)).toEqual({ acknowledgement: null, update: null, response: null });
  expect(one?.row).toMatchObject({ nextDueDate: '2026-04-13', byPost: false, rating: null });
  expect(two?.row.nextDueDate).toBeNull();
});
