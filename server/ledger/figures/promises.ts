import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant, LocalDate } from '../../../domain/local-date.ts';
import type { Tables } from '../tables.ts';
import { type FigureFilter, ofDeadlines } from './filter.ts';

/** Civil dates: `from` is included, `to` is not. */
export interface DueSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface PromisesWanted {
  readonly filter: FigureFilter;
  readonly now: Instant;
}

/** The deadlines of a duty that fell due in a span. To the second, as `measure` counts. */
export interface KeptCount {
  readonly regime: string;
  readonly duty: string;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly waived: number;
}

/** How long it took to keep a duty, in seconds, over the deadlines that were kept, in time or not. */
export interface TakenTimes {
  readonly regime: string;
  readonly duty: string;
  readonly count: number;
  /** From what the duty is counted from: half took no longer, nine of ten took no longer. */
  readonly taken: readonly [median: number, p90: number];
  /** How long the duty allowed: half of them no longer. */
  readonly allowed: number;
  /** From the receipt: the deciles, from one of ten to nine of ten. */
  readonly sinceReceipt: readonly number[];
}

const dueIn = ({ from, to }: DueSpan): RawBuilder<SqlBool> =>
  sql<SqlBool>`d.due_date >= ${from}::date and d.due_date < ${to}::date`;

const states = (now: Instant) => ({
  onTime: sql<SqlBool>`(d.waived is null and d.done_at <= d.due_at)`,
  late: sql<SqlBool>`(d.waived is null and d.done_at > d.due_at)`,
  overdue: sql<SqlBool>`(d.waived is null and d.done_at is null and not d.projected and d.due_at < ${new Date(now)})`,
});

/** Month by month: `starts` are the first days of months, the last of them the end of the last one. */
export async function keptByMonth(
  db: Kysely<Tables>,
  starts: readonly LocalDate[],
  { filter, now }: PromisesWanted,
): Promise<(KeptCount & { readonly index: number })[]> {
  const [from, to] = [starts[0], starts.at(-1)];
  if (from === undefined || to === undefined) return [];
  const { onTime, late, overdue } = states(now);
  const { rows } = await sql<KeptCount & { readonly index: number }>`
    select d.regime, d.duty, width_bucket(d.due_date, ${[...starts]}::date[]) - 1 as index,
      count(*) filter (where ${onTime}) as on_time, count(*) filter (where ${late}) as late,
      count(*) filter (where ${overdue}) as overdue, count(*) filter (where d.waived is not null) as waived
    from deadlines d where ${dueIn({ from, to })} and ${ofDeadlines(filter)}
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}

/** Nothing is kept before it begins: an answer that went out before what it is counted from took no time. */
const seconds = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
  sql`greatest(extract(epoch from ${to} - ${from}), 0)::double precision`;

export async function takenTimes(
  db: Kysely<Tables>,
  span: DueSpan,
  filter: FigureFilter,
): Promise<TakenTimes[]> {
  const taken = seconds(sql`d.anchor_at`, sql`d.done_at`);
  const allowed = seconds(sql`d.anchor_at`, sql`d.due_at`);
  const sinceReceipt = seconds(sql`c.received_at`, sql`d.done_at`);
  const deciles = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => tenth / 10);
  const { rows } = await sql<TakenTimes>`
    select d.regime, d.duty, count(*) as count,
      percentile_cont(array[0.5, 0.9]) within group (order by ${taken}) as taken,
      percentile_cont(0.5) within group (order by ${allowed}) as allowed,
      percentile_cont(${deciles}::double precision[]) within group (order by ${sinceReceipt}) as since_receipt
    from deadlines d join cases c on c.ticket_id = d.ticket_id
    where ${dueIn(span)} and d.waived is null and d.done_at is not null and ${ofDeadlines(filter)}
    group by 1, 2`.execute(db);
  return rows;
}

/** Late and overdue deadlines by the reason that was noted; null for those without one. */
export async function lateByReason(
  db: Kysely<Tables>,
  span: DueSpan,
  { filter, now }: PromisesWanted,
): Promise<{ readonly code: string | null; readonly count: number }[]> {
  const { late, overdue } = states(now);
  const { rows } = await sql<{ code: string | null; count: number }>`
    select d.delay_reason as code, count(*) as count
    from deadlines d where ${dueIn(span)} and (${late} or ${overdue}) and ${ofDeadlines(filter)}
    group by 1 order by 2 desc, 1 nulls last`.execute(db);
  return rows;
}

export interface HandlerCount {
  readonly assigneeId: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
}

/** By the ticket's assignee, of these policies only; what nobody is assigned to is left out. */
export async function keptByHandler(
  db: Kysely<Tables>,
  span: DueSpan,
  { filter, now, of }: PromisesWanted & { readonly of: readonly string[] },
): Promise<HandlerCount[]> {
  const { onTime, late, overdue } = states(now);
  const { rows } = await sql<HandlerCount>`
    select c.assignee_id, count(*) filter (where ${onTime}) as on_time, count(*) filter (where ${late}) as late,
      count(*) filter (where ${overdue}) as overdue
    from deadlines d join cases c on c.ticket_id = d.ticket_id
    where ${dueIn(span)} and (${onTime} or ${late} or ${overdue}) and c.assignee_id is not null
      and c.policy_id = any(${[...of]}::text[]) and ${ofDeadlines(filter)}
    group by 1 order by 1`.execute(db);
  return rows;
}
