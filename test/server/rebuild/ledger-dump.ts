import type { World } from '../reconcile/support/world.ts';

type Row = Record<string, unknown>;

/** What the ledger says of each case, and what else a rebuild must bring back. */
export interface LedgerDump {
  readonly cases: ReadonlyMap<
    number,
    { readonly row: Row; readonly events: Row[]; readonly deadlines: Row[] }
  >;
  readonly next: Row[];
  readonly live: Row[];
}

/** The ledger without when a case was looked at last, which is the only thing that may differ for a ticket that is there. */
export async function dumpLedger({ sql }: Pick<World, 'sql'>): Promise<LedgerDump> {
  const rows = await sql('select * from cases order by ticket_id');
  const events = await sql('select * from case_events order by ticket_id, position');
  const deadlines = await sql('select * from deadlines order by ticket_id, regime, duty');
  const of = (all: Row[], id: unknown) => all.filter(({ ticket_id }) => ticket_id === id);
  return {
    cases: new Map(
      rows.map(({ updated_at: _, ...row }) => {
        const id = row.ticket_id;
        return [Number(id), { row, events: of(events, id), deadlines: of(deadlines, id) }];
      }),
    ),
    next: await sql('select ticket_id, wake_at from wakes where wake_at is not null order by 1'),
    live: await sql(
      "select to_char(value::timestamptz, 'YYYY-MM-DD') from settings where key = 'live_since'",
    ),
  };
}

const MINUTE = 60_000;

/** Instants that are less than a minute from those of `other` become these: a record is saved before Zendesk stamps it. */
function snapped(value: unknown, other: unknown): unknown {
  if (value instanceof Date && other instanceof Date)
    return Math.abs(value.getTime() - other.getTime()) < MINUTE ? other : value;
  if (Array.isArray(value) && Array.isArray(other))
    return value.map((one, index) => snapped(one, other[index]));
  if (typeof value !== 'object' || typeof other !== 'object' || !value || !other || value instanceof Date)
    return value;
  const others = new Map(Object.entries(other));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, snapped(one, others.get(key))]));
}

/**
 * What a clock record tells of a case whose ticket was deleted, which is less than its audits told: nothing of audits,
 * authors and times of recording, nor when the ticket was last seen and first found gone.
 */
function recorded({ cases }: LedgerDump, id: number) {
  const found = cases.get(id);
  if (!found) return undefined;
  const { lost_at: _lost, ticket_updated_at: _seen, ...row } = found.row;
  const events = found.events.map(({ kind, at, payload }) => ({ kind, at, payload: { ...Object(payload) } }));
  // It is told which duty was extended, which may not have said its regime.
  for (const { payload } of events) delete payload.regime;
  return { row, events, deadlines: found.deadlines };
}

/** Both dumps as far as they tell the same of the cases whose tickets were deleted, to be compared as a whole. */
export function asRecorded(before: LedgerDump, after: LedgerDump, ids: readonly number[]) {
  const [was, is] = [before, after].map((dump) => ids.map((id) => [id, recorded(dump, id)]));
  return { was, is: snapped(is, was) };
}

/** The dump without these cases. */
export function without(dump: LedgerDump, ids: readonly number[]): LedgerDump {
  return { ...dump, cases: new Map([...dump.cases].filter(([id]) => !ids.includes(id))) };
}
