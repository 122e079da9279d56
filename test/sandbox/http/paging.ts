import { badRequest, coded } from '../fault.ts';
import { type CursorOrder, cursorOf, startAfter, startBefore } from './cursors.ts';
import type { Call } from './route.ts';

/** Zendesk's largest page, and its default where a client names none. */
const LARGEST = 100;
/** Offset paging ends here. */
const DEEPEST_OFFSET = 10_000;

/** How items are printed, and the account whose address stands before links (read late: it is known once the server listens). */
export interface PageOptions<Item> {
  account: { readonly origin: string };
  present: (item: Item) => unknown;
  /** What the list is sorted by; cursors hold it. Where absent the list is in the order of its ids, or in one of its own. */
  order?: CursorOrder<Item> | undefined;
  /** Largest `page[size]`; 100 if absent. */
  largest?: number | undefined;
}

/**
 * A page of a list under its own name, in whichever paging the client asked for: cursor (`page[size]`,
 * `meta`, `links`) or offset (`page`, `per_page`, `next_page`, `count`).
 * @throws Fault 400 for a page that cannot be
 */
export function paged<Item>(call: Call, name: string, items: readonly Item[], options: PageOptions<Item>) {
  return wantsCursor(call) ? cursorPage(call, name, items, options) : offsetPage(call, name, items, options);
}

export function wantsCursor(call: Call): boolean {
  return ['page[size]', 'page[after]', 'page[before]'].some((key) => call.query[key] !== undefined);
}

/** A page behind or before a cursor. Cursors name the record beside them, so that new records shift no page. */
export function cursorPage<Item>(
  call: Call,
  name: string,
  items: readonly Item[],
  options: PageOptions<Item>,
) {
  const size = cursorSize(call.query['page[size]'], options.largest ?? LARGEST);
  const [start, end] = stretch(call, items, { size, order: options.order });
  const page = items.slice(start, end);
  const [first, last] = [page[0], page.at(-1)];
  const before = first === undefined ? null : cursorOf(first, start, options.order);
  const after = last === undefined ? null : cursorOf(last, end - 1, options.order);
  const origin = options.account.origin;
  const backwards = call.query['page[before]'] !== undefined;
  return {
    [name]: page.map(options.present),
    meta: {
      has_more: backwards ? start > 0 : end < items.length,
      after_cursor: after,
      before_cursor: before,
    },
    links: {
      prev:
        before === null || start === 0
          ? null
          : link(call, origin, { 'page[before]': before, 'page[after]': undefined }),
      next:
        after === null || end >= items.length
          ? null
          : link(call, origin, { 'page[after]': after, 'page[before]': undefined }),
    },
  };
}

/** From which place to which the page reaches. */
function stretch<Item>(
  call: Call,
  items: readonly Item[],
  { size, order }: { size: number; order: CursorOrder<Item> | undefined },
): [start: number, end: number] {
  const { 'page[after]': after, 'page[before]': before } = call.query;
  if (before !== undefined) {
    const end = startBefore(items, before, order);
    return [Math.max(0, end - size), end];
  }
  const start = after === undefined || after === '' ? 0 : startAfter(items, after, order);
  return [start, Math.min(items.length, start + size)];
}

export function offsetPage<Item>(
  call: Call,
  name: string,
  items: readonly Item[],
  options: PageOptions<Item>,
) {
  const size = offsetSize(call.query.per_page);
  const page = pageNumber(call);
  if (page * size > DEEPEST_OFFSET && page > 1) {
    throw badRequest(
      'You passed an invalid value for the page attribute. Limit of 10,000 records reached, use cursor pagination instead',
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

/** The page of offset paging. @throws Fault 400 */
export function pageNumber(call: Call): number {
  const page = Number(call.query.page || '1');
  if (Number.isInteger(page) && page >= 1) return page;
  throw badRequest(
    'You passed an invalid value for the page attribute. Invalid parameter: page must be an integer greater than 0',
  );
}

/** `per_page` beyond the largest page is cut to it, without a word. */
export function offsetSize(text: string | undefined): number {
  const size = Number(text || LARGEST);
  return Number.isInteger(size) && size >= 1 ? Math.min(size, LARGEST) : LARGEST;
}

/** `page[size]` beyond the largest page is refused. [?] The body's wording. */
function cursorSize(text: string | undefined, largest: number): number {
  if (text === undefined || text === '') return Math.min(LARGEST, largest);
  const size = Number(text);
  if (Number.isInteger(size) && size >= 1 && size <= largest) return size;
  const detail = `page[size] must be an integer between 1 and ${largest}`;
  throw coded(400, 'InvalidPaginationParameter', 'Invalid pagination parameter', detail);
}

/** This call's address with some parameters replaced. */
export function link(call: Call, origin: string, changes: Record<string, string | undefined>): string {
  const url = new URL(call.path, origin);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.toString();
}
