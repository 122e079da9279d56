import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/local-date.ts';
import { countsOnly } from './case-events.ts';
import type { Tables } from './tables.ts';

export interface ReportSpan {
  /** Cases received at or after it ... */
  readonly from: Instant;
  /** ... and before it. */
  readonly to: Instant;
  readonly now: Instant;
  /** In which months begin and end. */
  readonly timeZone: string;
}

/**
 * A duty's deadlines counted. `open` is not due yet, `overdue` is; `projected` waits for something else to happen;
 * `waived` need not be kept. `month`: `YYYY-MM` of the receipt; null for the whole span.
 */
export interface DutyCount {
  readonly month: string | null;
  readonly policyId: string;
  readonly regime: string;
  readonly duty: string;
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
  readonly overdue: number;
  readonly projected: number;
  readonly waived: number;
}

/** Seconds from the receipt to the first message of a kind, over the cases that had one. */
export interface MessageTimes {
  readonly month: string | null;
  readonly kind: string;
  readonly count: number;
  readonly medianSeconds: number;
  readonly p90Seconds: number;
}

export interface CaseCount {
  readonly month: string | null;
  readonly received: number;
  readonly over: number;
}

export interface Report {
  readonly cases: readonly CaseCount[];
  readonly duties: readonly DutyCount[];
  readonly times: readonly MessageTimes[];
}

const monthIn = (timeZone: string) => sql`to_char(c.received_at at time zone ${timeZone}::text, 'YYYY-MM')`;
const within = ({ from, to }: ReportSpan) =>
  sql`c.received_at >= ${new Date(from)} and c.received_at < ${new Date(to)}`;

/** To the second, as `measure` counts: the one instant at which a day ends counts as in time. */
async function dutyCounts(db: Kysely<Tables>, span: ReportSpan): Promise<DutyCount[]> {
  const now = new Date(span.now);
  const { rows } = await sql<DutyCount>`
    select month, policy_id, regime, duty,
      count(*) filter (where waived is null and done_at <= due_at) as on_time,
      count(*) filter (where waived is null and done_at > due_at) as late,
      count(*) filter (where waived is null and done_at is null and not projected and due_at >= ${now}) as open,
      count(*) filter (where waived is null and done_at is null and not projected and due_at < ${now}) as overdue,
      count(*) filter (where waived is null and done_at is null and projected) as projected,
      count(*) filter (where waived is not null) as waived
    from (
      select d.*, c.policy_id, ${monthIn(span.timeZone)} as month
      from deadlines d join cases c on c.ticket_id = d.ticket_id where ${within(span)}
    ) as counted
    group by grouping sets ((policy_id, regime, duty), (month, policy_id, regime, duty))
    order by month nulls first, policy_id, regime, duty`.execute(db);
  return rows;
}

async function messageTimes(db: Kysely<Tables>, span: ReportSpan): Promise<MessageTimes[]> {
  const { rows } = await sql<MessageTimes>`
    select month, kind, count(*) as count,
      percentile_cont(0.5) within group (order by seconds) as median_seconds,
      percentile_cont(0.9) within group (order by seconds) as p90_seconds
    from (
      select ${monthIn(span.timeZone)} as month, e.kind,
        extract(epoch from min(e.at) - c.received_at)::double precision as seconds
      from cases c join case_events e on e.ticket_id = c.ticket_id
      where ${within(span)} and e.kind in ('acknowledged', 'updated', 'responded') and ${countsOnly}
      group by c.ticket_id, e.kind
    ) as timed
    group by grouping sets ((kind), (month, kind))
    order by month nulls first, kind`.execute(db);
  return rows;
}

async function caseCounts(db: Kysely<Tables>, span: ReportSpan): Promise<CaseCount[]> {
  const { rows } = await sql<CaseCount>`
    select month, count(*) as received, count(closed_at) as over
    from (select ${monthIn(span.timeZone)} as month, c.closed_at from cases c where ${within(span)}) as counted
    group by grouping sets ((), (month)) order by month nulls first`.execute(db);
  return rows;
}

/** The figures of the cases received in a span: as a whole, and month by month. */
export async function report(db: Kysely<Tables>, span: ReportSpan): Promise<Report> {
  return {
    cases: await caseCounts(db, span),
    duties: await dutyCounts(db, span),
    times: await messageTimes(db, span),
  };
}
