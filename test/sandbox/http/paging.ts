import { badRequest } from '../fault.ts';
import type { Call } from './route.ts';

/** Zendesk's largest page, and its default where a client names none. */
const LARGEST = 100;
/** Offset paging ends here. */
const DEEPEST_OFFSET = 10_000;

/**
 * A page of a list under its own name, in whichever paging the client asked for: cursor (`page[size]`,
 * `meta`, `links`) or offset (`page`, `per_page`, `next_page`, `count`).
 * @throws Fault 400 for a page that cannot be
 */
export function paged<Item>(call: Call, name: string, items: readonly Item[], options: Presenter<Item>) {
  return wantsCursor(call) ? cursorPage(call, name, items, options) : offsetPage(call, name, items, options);
}

export function wantsCursor(call: Call): boolean {
  return ['page[size]', 'page[after]', 'page[before]'].some((key) => call.query[key] !== undefined);
}

/** How items are printed, and the account whose address stands before links (read late: it is known once the server listens). */
type Presenter<Item> = { account: { readonly origin: string }; present: (item: Item) => unknown };

/** @param size page size where the client names none */
export function cursorPage<Item>(call: Call, name: string, items: readonly Item[], options: Presenter<Item>) {
  const size = pageSize(call.query['page[size]']);
  const after = call.query['page[after]'];
  const before = call.query['page[before]'];
  const end = before === undefined ? items.length : place(before);
  const start = after === undefined ? (before === undefined ? 0 : Math.max(0, end - size)) : place(after) + 1;
  const page = items.slice(start, Math.min(start + size, before === undefined ? items.length : end));
  const last = start + page.length - 1;
  const more = before === undefined ? last + 1 < items.length : start > 0;
  const first = page.length === 0 ? null : cursorAt(start);
  const next = page.length === 0 ? null : cursorAt(last);
  return {
    [name]: page.map(options.present),
    meta: { has_more: more, after_cursor: next, before_cursor: first },
    links: {
      prev:
        first === null
          ? null
          : link(call, options.account.origin, { 'page[before]': first, 'page[after]': undefined }),
      next:
        next === null || last + 1 >= items.length
          ? null
          : link(call, options.account.origin, { 'page[after]': next, 'page[before]': undefined }),
    },
  };
}

export function offsetPage<Item>(call: Call, name: string, items: readonly Item[], options: Presenter<Item>) {
  const size = pageSize(call.query.per_page);
  const page = Number(call.query.page ?? '1');
  if (!Number.isInteger(page) || page < 1)
    throw badRequest('page must be an integer greater than 0', 'Invalid page');
  if (page * size > DEEPEST_OFFSET && page > 1) {
    throw badRequest(
      'Limit of 10,000 records reached, use cursor pagination instead',
      'OffsetPaginationLimit',
    );
  }
  const start = (page - 1) * size;
  const more = start + size < items.length;
  return {
    [name]: items.slice(start, start + size).map(options.present),
    next_page: more ? link(call, options.account.origin, { page: String(page + 1) }) : null,
    previous_page: page > 1 ? link(call, options.account.origin, { page: String(page - 1) }) : null,
    count: items.length,
  };
}

function pageSize(text: string | undefined): number {
  if (text === undefined) return LARGEST;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1)
    throw badRequest('page[size] must be an integer between 1 and 100', 'InvalidPaginationParameter');
  return Math.min(size, LARGEST);
}

/** Cursors are opaque to clients; inside is the place in the list. */
const cursorAt = (index: number) => Buffer.from(`o${index}`).toString('base64url');

function place(cursor: string): number {
  const match = /^o(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match)
    throw badRequest('page[after] and page[before] must be valid cursors', 'InvalidPaginationParameter');
  return Number(match[1]);
}

/** This call's address with some parameters replaced. */
function link(call: Call, origin: string, changes: Record<string, string | undefined>): string {
  const url = new URL(call.path, origin);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.toString();
}
