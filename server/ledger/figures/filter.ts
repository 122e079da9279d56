import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Which cases are counted; what is left out doesn't matter. */
export interface FigureFilter {
  readonly brands?: readonly number[] | undefined;
  readonly organizations?: readonly number[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly channels?: readonly string[] | undefined;
  readonly policies?: readonly string[] | undefined;
}

const ids = (values: readonly number[]): RawBuilder<unknown> => sql`any(${[...values]}::bigint[])`;
const texts = (values: readonly string[]): RawBuilder<unknown> => sql`any(${[...values]}::text[])`;

/** Of `cases c`: only those that the filter leaves. */
export function ofCases(filter: FigureFilter): RawBuilder<SqlBool> {
  const { brands, organizations, categories, channels, policies } = filter;
  const all = [
    ...(brands ? [sql<SqlBool>`c.brand_id = ${ids(brands)}`] : []),
    ...(organizations ? [sql<SqlBool>`c.organization_id = ${ids(organizations)}`] : []),
    ...(categories ? [sql<SqlBool>`c.category = ${texts(categories)}`] : []),
    ...(channels ? [sql<SqlBool>`c.channel = ${texts(channels)}`] : []),
    ...(policies ? [sql<SqlBool>`c.policy_id = ${texts(policies)}`] : []),
  ];
  return all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(all, sql` and `)}`;
}

export const isFiltered = (filter: FigureFilter): boolean =>
  Object.values(filter).some((values) => values !== undefined);

/** Of `deadlines d`: only those of the cases that the filter leaves. */
export function ofDeadlines(filter: FigureFilter): RawBuilder<SqlBool> {
  if (!isFiltered(filter)) return sql<SqlBool>`true`;
  return sql<SqlBool>`d.ticket_id in (select c.ticket_id from cases c where ${ofCases(filter)})`;
}
