import type { Finding } from './audit.ts';
import type { House } from './house.ts';
import { settle } from './quiet.ts';
import type { Told } from './told.ts';

const SAMPLE = 25;

/** What the ledger has of a case, without what depends on when it was looked at last. */
async function rowsOf({ sql }: House, id: number): Promise<string> {
  const [row] = await sql('select * from cases where ticket_id = $1', [id]);
  const events = await sql('select * from case_events where ticket_id = $1 order by position', [id]);
  const deadlines = await sql('select * from deadlines where ticket_id = $1 order by regime, duty', [id]);
  const { updated_at: _, ticket_updated_at: _seen, ...kept } = row ?? {};
  return JSON.stringify({ kept, events, deadlines });
}

/** Takes some cases out of the ledger and lets them be read from the account again. */
export async function differsFromRebuild(house: House, all: readonly Told[]): Promise<Finding[]> {
  const recorded = all.filter(({ recordedAt }) => recordedAt !== undefined);
  const every = Math.max(1, Math.floor(recorded.length / SAMPLE));
  const sample = recorded.filter((_, index) => index % every === 0);
  const before = new Map<Told, string>();
  for (const told of sample) before.set(told, await rowsOf(house, told.tickets[0] ?? 0));
  const homes = sample.map(({ tickets }) => tickets[0]);
  await house.sql('delete from cases where ticket_id = any($1)', [homes]);
  // The oldest first, as a rebuild does: a follow-up goes on with what its home ticket has told.
  for (let generation = 0; generation < 4; generation += 1) {
    const tickets = sample.flatMap(({ tickets }) => tickets.slice(generation, generation + 1));
    if (tickets.length === 0) break;
    const now = new Date(house.sandbox.clock.now());
    await house.sql(
      `insert into wakes (ticket_id, wake_at) select unnest($1::bigint[]), $2
       on conflict (ticket_id) do update set wake_at = excluded.wake_at, seq = wakes.seq + 1`,
      [tickets, now],
    );
    if (!(await settle(house, 30_000))) throw new Error('the rebuilt sample does not come to rest');
  }
  const findings: Finding[] = [];
  for (const [told, was] of before) {
    const is = await rowsOf(house, told.tickets[0] ?? 0);
    if (is !== was)
      findings.push({ kind: 'wrong', told, what: `a rebuild differs:\n  was ${was}\n  is  ${is}` });
  }
  return findings;
}
