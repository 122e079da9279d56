import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant, LocalDate } from '../../domain/local-date.ts';
import { needsPerson } from './conditions.ts';
import type { RegisterFilter } from './register.ts';

/** Deadlines by when they fell due and what became of them. To the second, as `measure` counts. */
export interface FellDue {
  /** Civil dates; `to` is not included. */
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** Only these duties, as `regime.duty`. */
  readonly duties?: readonly string[] | undefined;
  /** Only those that were missed: done late, or not done by now. */
  readonly missed: boolean;
  /** Only those with one of these reasons; null for those without one. */
  readonly reasons?: readonly (string | null)[] | undefined;
}

const anyId = (ids: readonly number[]): RawBuilder<unknown> => sql`any(${[...ids]}::bigint[])`;
const anyText = (texts: readonly string[]): RawBuilder<unknown> => sql`any(${[...texts]}::text[])`;
const time = (at: Instant): RawBuilder<unknown> => sql`${new Date(at)}::timestamptz`;

function reasonIn(reasons: readonly (string | null)[]): RawBuilder<SqlBool> {
  const named = reasons.flatMap((reason) => reason ?? []);
  const none = reasons.includes(null) ? sql`d.delay_reason is null` : sql`false`;
  return sql<SqlBool>`(d.delay_reason = ${anyText(named)} or ${none})`;
}

function fellDueCondition({ from, to, duties, missed, reasons }: FellDue, now: Instant): RawBuilder<SqlBool> {
  const kept = sql<SqlBool>`(d.done_at is not null or (not d.projected and d.due_at < ${time(now)}))`;
  const late = sql<SqlBool>`(d.done_at > d.due_at or (d.done_at is null and not d.projected and d.due_at < ${time(now)}))`;
  const all = [
    sql<SqlBool>`d.waived is null`,
    missed ? late : kept,
    ...(from === undefined ? [] : [sql<SqlBool>`d.due_date >= ${from}::date`]),
    ...(to === undefined ? [] : [sql<SqlBool>`d.due_date < ${to}::date`]),
    ...(duties ? [sql<SqlBool>`d.regime || '.' || d.duty = ${anyText(duties)}`] : []),
    ...(reasons ? [reasonIn(reasons)] : []),
  ];
  return sql<SqlBool>`c.ticket_id in (select d.ticket_id from deadlines d where ${sql.join(all, sql` and `)})`;
}

type Given = readonly (RawBuilder<SqlBool> | undefined)[];
type Column<T> = readonly [asked: T | undefined, condition: (value: T) => RawBuilder<SqlBool>];

const given = <T>(...[asked, condition]: Column<T>): RawBuilder<SqlBool> | undefined =>
  asked === undefined ? undefined : condition(asked);

function namedConditions(filter: RegisterFilter): Given {
  return [
    given(filter.stages, (names) => sql`c.stage = ${anyText(names)}`),
    given(filter.categories, (names) => sql`c.category = ${anyText(names)}`),
    given(filter.policies, (names) => sql`c.policy_id = ${anyText(names)}`),
    given(filter.channels, (names) => sql`c.channel = ${anyText(names)}`),
    given(filter.outcomes, (names) => sql`c.outcome = ${anyText(names)}`),
    given(filter.ratings, (names) => sql`c.rating = ${anyText(names)}`),
    given(filter.duties, (names) => sql`c.next_duty = ${anyText(names)}`),
    given(filter.flags, (names) => sql`c.flags && ${[...names]}::text[]`),
    given(filter.marks, (names) => sql`c.marks && ${[...names]}::text[]`),
    given(filter.assignees, (ids) => sql`c.assignee_id = ${anyId(ids)}`),
    given(filter.groups, (ids) => sql`c.group_id = ${anyId(ids)}`),
    given(filter.brands, (ids) => sql`c.brand_id = ${anyId(ids)}`),
    given(filter.organizations, (ids) => sql`c.organization_id = ${anyId(ids)}`),
    given(filter.tickets, (ids) => sql`(c.ticket_id = ${anyId(ids)} or c.current_ticket_id = ${anyId(ids)})`),
  ];
}

function stateConditions({ open, overdue, noOwner, byPost, ...filter }: RegisterFilter, now: Instant): Given {
  const late = sql<SqlBool>`(c.closed_at is null and c.next_due_at is not null and c.next_due_at < ${time(now)})`;
  return [
    given(open, (wanted) => sql`(c.closed_at is null) = ${wanted}`),
    given(overdue, (wanted) => sql`${late} = ${wanted}`),
    given(noOwner, (wanted) => sql`(c.assignee_id is null) = ${wanted}`),
    given(byPost, (wanted) => sql`c.by_post = ${wanted}`),
    given(filter.needsPerson, (wanted) => sql`${needsPerson} = ${wanted}`),
    given(filter.dueBefore, (at) => sql`c.next_due_at < ${time(at)}`),
    given(filter.dueFrom, (date) => sql`c.next_due_date >= ${date}::date`),
    given(filter.dueTo, (date) => sql`c.next_due_date <= ${date}::date`),
    given(filter.receivedFrom, (at) => sql`c.received_at >= ${time(at)}`),
    given(filter.receivedTo, (at) => sql`c.received_at < ${time(at)}`),
    given(filter.closedFrom, (at) => sql`c.closed_at >= ${time(at)}`),
    given(filter.closedTo, (at) => sql`c.closed_at < ${time(at)}`),
    given(filter.fellDue, (wanted) => fellDueCondition(wanted, now)),
  ];
}

/** Of `cases c`: what the register is narrowed by. */
export function conditionsOf(filter: RegisterFilter, now: Instant): RawBuilder<SqlBool>[] {
  return [...namedConditions(filter), ...stateConditions(filter, now)].flatMap((one) => one ?? []);
}
