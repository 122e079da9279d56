import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant, LocalDate } from '../../domain/local-date.ts';
import type { CaseRow } from './cases.ts';
import { conditionsOf, type FellDue } from './register-conditions.ts';
import type { Tables } from './tables.ts';

/** Which cases of the register are wanted; what is left out doesn't matter. */
export interface RegisterFilter {
  readonly stages?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly policies?: readonly string[] | undefined;
  readonly assignees?: readonly number[] | undefined;
  readonly groups?: readonly number[] | undefined;
  readonly brands?: readonly number[] | undefined;
  readonly organizations?: readonly number[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly outcomes?: readonly string[] | undefined;
  /** Cases with one of these flags, or one of these marks. */
  readonly flags?: readonly string[] | undefined;
  readonly marks?: readonly string[] | undefined;
  /** Home tickets, or those on which the cases go on. */
  readonly tickets?: readonly number[] | undefined;
  /** The duty that is next, as `regime.duty`. */
  readonly duties?: readonly string[] | undefined;
  /** Whether nobody is assigned; whether a letter is waited for; whether a person has to see to it. */
  readonly noOwner?: boolean | undefined;
  readonly byPost?: boolean | undefined;
  readonly needsPerson?: boolean | undefined;
  /** The date of the next deadline, both included. */
  readonly dueFrom?: LocalDate | undefined;
  readonly dueTo?: LocalDate | undefined;
  readonly closedFrom?: Instant | undefined;
  /** Not included. */
  readonly closedTo?: Instant | undefined;
  readonly ratings?: readonly string[] | undefined;
  /** Cases of which a promise that fell due in a span was, or was not, kept. */
  readonly fellDue?: FellDue | undefined;
  /** Whether the case is not over. */
  readonly open?: boolean | undefined;
  /** Whether its next due time had passed at `now`. */
  readonly overdue?: boolean | undefined;
  readonly dueBefore?: Instant | undefined;
  readonly receivedFrom?: Instant | undefined;
  /** Not included. */
  readonly receivedTo?: Instant | undefined;
}

export const REGISTER_SORTS = ['due', 'received', 'closed', 'updated', 'ticket'] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

/** The last row of the page before. `value`: what it is sorted by; null for none. */
export interface RegisterPlace {
  readonly value: number | null;
  readonly ticketId: number;
}

export interface RegisterPage {
  readonly filter: RegisterFilter;
  readonly sort: RegisterSort;
  readonly descending: boolean;
  readonly after?: RegisterPlace | undefined;
  readonly limit: number;
  readonly now: Instant;
}

const instant = (at: Instant): RawBuilder<unknown> => sql`${new Date(at)}::timestamptz`;

/** What has no such time comes last, both ways. */
function toldOrLast(value: number | null, descending: boolean): RawBuilder<unknown> {
  if (value !== null) return instant(value);
  return descending ? sql`'-infinity'::timestamptz` : sql`'infinity'::timestamptz`;
}

/** What is sorted by, what of a row it is, and how it is told to the database. What has no due time comes last. */
const SORTS: Readonly<
  Record<
    RegisterSort,
    {
      readonly column: (descending: boolean) => RawBuilder<unknown>;
      readonly of: (row: CaseRow) => number | null;
      readonly told: (value: number | null, descending: boolean) => RawBuilder<unknown>;
    }
  >
> = {
  due: {
    column: (descending) =>
      descending ? sql`coalesce(next_due_at, '-infinity')` : sql`coalesce(next_due_at, 'infinity')`,
    of: (row) => row.nextDueAt,
    told: (value, descending) => toldOrLast(value, descending),
  },
  closed: {
    column: (descending) =>
      descending ? sql`coalesce(closed_at, '-infinity')` : sql`coalesce(closed_at, 'infinity')`,
    of: (row) => row.closedAt,
    told: (value, descending) => toldOrLast(value, descending),
  },
  received: { column: () => sql`received_at`, of: (row) => row.receivedAt, told: (at) => instant(at ?? 0) },
  updated: { column: () => sql`updated_at`, of: (row) => row.updatedAt, told: (at) => instant(at ?? 0) },
  ticket: { column: () => sql`ticket_id`, of: (row) => row.ticketId, told: (id) => sql`${id ?? 0}::bigint` },
};

/** Where a row stands in the register, for the page after it. */
export function placeOf(row: CaseRow, sort: RegisterSort): RegisterPlace {
  return { value: SORTS[sort].of(row), ticketId: row.ticketId };
}

const whereAll = (all: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> =>
  all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join([...all], sql` and `)}`;

/** A page of the register. A row that changes meanwhile may be missed or come twice; no other does. */
export async function registerPage(db: Kysely<Tables>, page: RegisterPage): Promise<CaseRow[]> {
  const { filter, sort, descending, after, limit, now } = page;
  const { column, told } = SORTS[sort];
  const by = column(descending);
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  const from =
    after === undefined
      ? []
      : [
          sql<SqlBool>`(${by}, ticket_id) ${beyond} (${told(after.value, descending)}, ${after.ticketId}::bigint)`,
        ];
  const { rows } = await sql<CaseRow>`
    select c.* from cases c where ${whereAll([...conditionsOf(filter, now), ...from])}
    order by ${by} ${direction}, ticket_id ${direction} limit ${limit}`.execute(db);
  return rows;
}

/** How many cases the filter leaves. */
export async function registerCount(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  now: Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from cases c where ${whereAll(conditionsOf(filter, now))}`.execute(db);
  return rows[0]?.count ?? 0;
}
