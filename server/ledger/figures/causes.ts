import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant } from '../../../domain/local-date.ts';
import { countsOnly } from '../case-events.ts';
import type { Tables } from '../tables.ts';
import { type FigureFilter, ofCases } from './filter.ts';

/** Instants: `from` is included, `to` is not. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export interface CauseCount {
  /** Null: no cause was chosen. */
  readonly category: string | null;
  /** Of the span between two of the starts. */
  readonly index: number;
  readonly count: number;
}

const within = (column: RawBuilder<unknown>, { from, to }: Span): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} >= ${new Date(from)} and ${column} < ${new Date(to)}`;

/** Cases received, by cause, between one of the starts and the next. */
export async function causesByMonth(
  db: Kysely<Tables>,
  starts: readonly Instant[],
  filter: FigureFilter,
): Promise<CauseCount[]> {
  const [from, to] = [starts[0], starts.at(-1)];
  if (from === undefined || to === undefined) return [];
  const bounds = starts.map((at) => new Date(at).toISOString());
  const { rows } = await sql<CauseCount>`
    select c.category, width_bucket(c.received_at, ${bounds}::timestamptz[]) - 1 as index, count(*) as count
    from cases c where ${within(sql`c.received_at`, { from, to })} and ${ofCases(filter)}
    group by 1, 2`.execute(db);
  return rows;
}

/** When the first of the cases was received; undefined of none. */
export async function firstReceipt(db: Kysely<Tables>, filter: FigureFilter): Promise<Instant | undefined> {
  const { rows } = await sql<{ at: Instant }>`
    select c.received_at as at from cases c where ${ofCases(filter)} order by c.received_at limit 1`.execute(
    db,
  );
  return rows[0]?.at;
}

/** Events of a kind that happened in the span; `last`: only where none like it came after in the case, `first` before. */
function happened(
  span: Span,
  { kind, topic, only }: { kind: string; topic?: string; only?: 'first' | 'last' },
  filter: FigureFilter,
): RawBuilder<unknown> {
  const like = topic === undefined ? sql`true` : sql`other.payload ->> 'topic' = ${topic}`;
  const beyond = only === 'first' ? sql`other.position < e.position` : sql`other.position > e.position`;
  const single =
    only === undefined
      ? sql`true`
      : sql`not exists (select from case_events other where other.ticket_id = e.ticket_id and other.kind = ${kind}
          and ${like} and ${beyond}
          and not jsonb_exists_any(other.payload, array['refused', 'void', 'corrected_by']))`;
  return sql`case_events e join cases c on c.ticket_id = e.ticket_id
    where e.kind = ${kind} and ${within(sql`e.at`, span)} and ${countsOnly} and ${ofCases(filter)}
      and ${topic === undefined ? sql`true` : sql`e.payload ->> 'topic' = ${topic}`} and ${single}`;
}

export interface NamedCount {
  readonly name: string | null;
  readonly count: number;
}

/** The first formal response of each case, by its outcome. */
export async function responses(db: Kysely<Tables>, span: Span, filter: FigureFilter): Promise<NamedCount[]> {
  const { rows } = await sql<NamedCount>`
    select e.payload ->> 'outcome' as name, count(*) as count
    from ${happened(span, { kind: 'responded', only: 'first' }, filter)} group by 1`.execute(db);
  return rows;
}

/** What the ombudsman decided. */
export async function decisions(db: Kysely<Tables>, span: Span, filter: FigureFilter): Promise<NamedCount[]> {
  const { rows } = await sql<NamedCount>`
    select e.payload ->> 'decision' as name, count(*) as count
    from ${happened(span, { kind: 'decided' }, filter)} group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

/** Redress as it was noted last in each case: how often of a kind, and what it is worth in all, as text. */
export interface RedressCount {
  readonly code: string | null;
  readonly currency: string | null;
  readonly policyId: string;
  readonly count: number;
  readonly amount: string | null;
}

export async function redress(db: Kysely<Tables>, span: Span, filter: FigureFilter): Promise<RedressCount[]> {
  const { rows } = await sql<RedressCount>`
    select e.payload ->> 'code' as code, e.payload ->> 'currency' as currency, c.policy_id, count(*) as count,
      sum((e.payload ->> 'amount')::numeric)::text as amount
    from ${happened(span, { kind: 'noted', topic: 'redress', only: 'last' }, filter)} group by 1, 2, 3`.execute(
    db,
  );
  return rows;
}

/** Appeals and lessons: each event; referrals: likewise. */
export async function countEvents(
  db: Kysely<Tables>,
  span: Span,
  of: { readonly kind: string; readonly topic?: string; readonly filter: FigureFilter },
): Promise<number> {
  const { filter, ...what } = of;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${happened(span, what, filter)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What the customers of the cases closed in the span said. `offered`: asked, and no answer. */
export interface Satisfaction {
  readonly good: number;
  readonly bad: number;
  readonly offered: number;
}

export async function satisfaction(
  db: Kysely<Tables>,
  span: Span,
  filter: FigureFilter,
): Promise<Satisfaction> {
  const { rows } = await sql<Satisfaction>`
    select count(*) filter (where c.rating = 'good') as good, count(*) filter (where c.rating = 'bad') as bad,
      count(*) filter (where c.rating = 'offered') as offered
    from cases c where ${within(sql`c.closed_at`, span)} and ${ofCases(filter)}`.execute(db);
  return rows[0] ?? { good: 0, bad: 0, offered: 0 };
}
