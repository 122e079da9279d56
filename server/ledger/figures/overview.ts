import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '../../../domain/local-date.ts';
import type { CaseRow } from '../cases.ts';
import { needsPerson } from '../conditions.ts';
import type { Tables } from '../tables.ts';
import { type FigureFilter, isFiltered, ofCases } from './filter.ts';

export interface OpenWanted {
  readonly filter: FigureFilter;
  readonly now: Instant;
  /** Marks that say that something was not sent. */
  readonly notSentMarks: readonly string[];
}

/** The open cases in figures. */
export interface OpenCounts {
  readonly openTotal: number;
  readonly overdue: number;
  readonly oldestDueAt: Instant | null;
  readonly noOwner: number;
  readonly noOwnerOverdue: number;
  readonly byPost: number;
  readonly notSent: number;
  readonly refusedChannel: number;
  /** Cases that are marked for a person or whose ticket is gone, closed ones included, and looks that were given up. */
  readonly needsPerson: number;
}

export async function openCounts(
  db: Kysely<Tables>,
  { filter, now, notSentMarks }: OpenWanted,
): Promise<OpenCounts> {
  const late = sql`c.next_due_at < ${new Date(now)}`;
  const { rows } = await sql<Omit<OpenCounts, 'needsPerson'>>`
    select count(*) as open_total,
      count(*) filter (where ${late}) as overdue,
      min(c.next_due_at) filter (where ${late}) as oldest_due_at,
      count(*) filter (where c.assignee_id is null) as no_owner,
      count(*) filter (where c.assignee_id is null and ${late}) as no_owner_overdue,
      count(*) filter (where c.by_post) as by_post,
      count(*) filter (where c.marks && ${[...notSentMarks]}::text[]) as not_sent,
      count(*) filter (where c.stage = 'refused') as refused_channel
    from cases c where c.closed_at is null and ${ofCases(filter)}`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('a count without a row');
  return { ...counts, needsPerson: await personCount(db, filter) };
}

/** A look belongs to the case that its ticket carries; one that carries none only counts where nothing is filtered. */
async function personCount(db: Kysely<Tables>, filter: FigureFilter): Promise<number> {
  const ofFilter = isFiltered(filter)
    ? sql`exists (select from cases c where (c.ticket_id = w.ticket_id or c.current_ticket_id = w.ticket_id)
        and ${ofCases(filter)})`
    : sql`true`;
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from cases c where ${needsPerson} and ${ofCases(filter)})
      + (select count(*) from wakes w where w.gave_up_at is not null and ${ofFilter}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Open cases that are not overdue, by their next deadline. */
export interface DueCount {
  readonly dueDate: LocalDate;
  /** `regime.duty` */
  readonly nextDuty: string;
  readonly assigneeId: number | null;
  readonly count: number;
  readonly firstDueAt: Instant;
}

/** What falls due from `now` to the end of the date `until`. */
export async function comingDue(
  db: Kysely<Tables>,
  wanted: { readonly filter: FigureFilter; readonly now: Instant; readonly until: LocalDate },
): Promise<DueCount[]> {
  const { rows } = await sql<DueCount>`
    select c.next_due_date as due_date, c.next_duty, c.assignee_id, count(*) as count, min(c.next_due_at) as first_due_at
    from cases c
    where c.closed_at is null and c.next_due_at >= ${new Date(wanted.now)} and c.next_due_date <= ${wanted.until}::date
      and c.next_duty is not null and ${ofCases(wanted.filter)}
    group by 1, 2, 3 order by 1, 2, 3 nulls first`.execute(db);
  return rows;
}

/** The open cases that are overdue or fall due to the end of the date `until`, the earliest first. */
export async function dueSoonest(
  db: Kysely<Tables>,
  wanted: {
    readonly filter: FigureFilter;
    readonly now: Instant;
    readonly until: LocalDate;
    readonly limit: number;
  },
): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.* from cases c
    where c.closed_at is null and (c.next_due_at < ${new Date(wanted.now)} or c.next_due_date <= ${wanted.until}::date)
      and ${ofCases(wanted.filter)}
    order by c.next_due_at, c.ticket_id limit ${wanted.limit}`.execute(db);
  return rows;
}
