import { z } from 'zod';
import type { Instant } from '../../domain/local-date.ts';
import { type Ledger, placeOf, REGISTER_SORTS, type RegisterPage } from '../ledger/index.ts';
import { registerRow } from './case.ts';
import { columns, EXPORT_LANGUAGES } from './columns.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { registerFilterOf, registerShape } from './register-filter.ts';

const sortShape = {
  sort: z.enum(REGISTER_SORTS, { error: `must be one of ${REGISTER_SORTS.join(', ')}` }).default('due'),
  order: z.enum(['asc', 'desc'], { error: 'must be asc or desc' }).default('asc'),
};

const MOST = 500;
const limit = z
  .string('must be given once')
  .regex(/^[1-9]\d{0,2}$/, `must be a whole number from 1 to ${MOST}`)
  .transform(Number)
  .refine((count) => count <= MOST, `must be a whole number from 1 to ${MOST}`)
  .default(100);
const cursor = z
  .string('must be given once')
  .max(500, 'is none that this service has given')
  .transform((text, context) => {
    const read = readCursor(text);
    if (!read) context.addIssue({ code: 'custom', message: 'is none that this service has given' });
    return read ?? z.NEVER;
  });

export const registerQuery = z
  .strictObject({ ...registerShape, ...sortShape, limit, cursor: cursor.optional() })
  .refine(
    ({ cursor: at, sort, order }) => !at || (at.sort === sort && at.descending === (order === 'desc')),
    {
      path: ['cursor'],
      message: 'belongs to another order: ask with the same "sort" and "order" as before',
    },
  );
export type RegisterQuery = z.infer<typeof registerQuery>;

/** The whole register as a file has no pages. */
export const exportQuery = z.strictObject({
  ...registerShape,
  ...sortShape,
  columns,
  language: z
    .enum(EXPORT_LANGUAGES, { error: `must be one of ${EXPORT_LANGUAGES.join(', ')}` })
    .default('en'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

type Asked = Omit<ExportQuery, 'columns' | 'language'>;

/** The page that a query asks for, the first one or that after a cursor. */
export function pageOf(query: Asked, now: Instant): Omit<RegisterPage, 'limit' | 'after'> {
  return { filter: registerFilterOf(query), sort: query.sort, descending: query.order === 'desc', now };
}

/** A page of the register; `total` with the first one only. */
export async function registerAnswer(ledger: Ledger, query: RegisterQuery, now: Instant) {
  const page = pageOf(query, now);
  const { sort, descending, filter } = page;
  // One more than asked for shows whether another page follows.
  const rows = await ledger.registerPage({ ...page, after: query.cursor, limit: query.limit + 1 });
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const more = rows.length > shown.length && last;
  return {
    cases: shown.map((row) => registerRow(row, now)),
    nextCursor: more ? writeCursor({ sort, descending, ...placeOf(last, sort) }) : null,
    ...(query.cursor ? {} : { total: await ledger.registerCount(filter, now) }),
  };
}
