import type pg from 'pg';

const CASES = ['ticket_id', 'current_ticket_id', 'requester_id'];
const PLACES = new Map([
  ['cases', CASES],
  ['case_events', ['ticket_id', 'audit_id']],
  ['deadlines', ['ticket_id']],
]);
/** Ids of copies are so far apart; those of the history lie below. */
const APART = 10_000_000;

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position',
    [table],
  );
  return rows.map(({ name }) => name);
}

/** Rows are put in fastest where no index has to be kept; primary keys stay. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = any($1) and indexdef not like 'CREATE UNIQUE%'`,
    [[...PLACES.keys()]],
  );
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  return rows.map(({ made }) => made);
}

async function copyOf(client: pg.Client, table: string, ids: readonly string[]): Promise<string> {
  const columns = await columnsOf(client, table);
  const values = columns.map((name) => (ids.includes(name) ? `${name} + $1::bigint` : name));
  return `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table}
    where ticket_id < ${APART} order by ticket_id`;
}

/**
 * Copies the first `size` cases of a ledger, the copies numbered `from` up to, but not, `to`, each under ids of its own.
 * Everything else is alike, so that shares and months stay what they were.
 */
export async function multiply(
  client: pg.Client,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  if (to <= from) return;
  await client.query("set session_replication_role = 'replica'");
  // What is measured is only read.
  for (const table of ['deadlines', 'case_events', 'cases'])
    await client.query(`alter table ${table} set unlogged`);
  await client.query("set maintenance_work_mem = '256MB'");
  const indexes = await dropIndexes(client);
  const statements: string[] = [];
  for (const [table, ids] of PLACES) statements.push(await copyOf(client, table, ids));
  // One copy after the other, so that primary keys grow at their end.
  for (let n = from; n < to; n += 1)
    for (const statement of statements) await client.query(statement, [n * APART]);
  for (const made of indexes) await client.query(made);
  await client.query('vacuum analyze cases, case_events, deadlines');
}

/**
 * A wake for each case as its last look would have left it: none for those that are over, and for what is overdue
 * already some time in the next day. Ten are due at `now`, which is more than a tick mostly finds.
 */
export async function addWakes(client: pg.Client, now: number): Promise<void> {
  await client.query(
    `insert into wakes (ticket_id, wake_at)
     select ticket_id, case when closed_at is null then
       greatest(next_due_at, $1::timestamptz + ticket_id % 86400 * interval '1 second') end
     from cases on conflict do nothing`,
    [new Date(now)],
  );
  await client.query(
    `update wakes set wake_at = $1::timestamptz - interval '1 second'
     where ticket_id in (select ticket_id from cases where closed_at is null order by ticket_id desc limit 10)`,
    [new Date(now)],
  );
  await client.query('vacuum analyze wakes');
}
