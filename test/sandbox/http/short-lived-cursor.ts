import { coded } from '../fault.ts';
import { type cursorPage, link } from './paging.ts';
import type { Call } from './route.ts';

/**
 * Cursors with an end: the instant at which one was given stands before it. The call as paging knows it, with
 * the bare cursor in it.
 * @param lifeMs how long a cursor is good
 * @throws Fault 400 for a cursor that is over. [?] Zendesk documents the hour, not the answer after it.
 */
export function checkAge(call: Call, now: number, lifeMs: number): Call {
  const cursor = call.query['page[after]'];
  if (cursor === undefined || cursor === '') return call;
  const [at = '', ...rest] = Buffer.from(cursor.replaceAll(' ', '+'), 'base64').toString().split(' ');
  const given = Number.parseInt(at, 36);
  if (Number.isNaN(given)) return call;
  if (now - given > lifeMs)
    throw coded(400, 'InvalidPaginationParameter', 'Invalid pagination parameter', 'page[after] has expired');
  return { ...call, query: { ...call.query, 'page[after]': rest.join(' ') } };
}

/** The page with the instant in its cursor. The export goes forward only: `prev` is always null. */
export function stamped(
  call: Call,
  page: ReturnType<typeof cursorPage>,
  { now, origin }: { now: number; origin: string },
) {
  const { after_cursor, has_more } = page.meta;
  const cursor =
    after_cursor === null ? null : Buffer.from(`${now.toString(36)} ${after_cursor}`).toString('base64');
  const next = cursor === null || !has_more ? null : link(call, origin, { 'page[after]': cursor });
  return {
    ...page,
    meta: { has_more, after_cursor: cursor, before_cursor: null },
    links: { prev: null, next },
  };
}
