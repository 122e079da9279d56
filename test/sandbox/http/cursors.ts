import { coded } from '../fault.ts';
import { isObject, objectOf } from '../json.ts';

/** What a list is sorted by: the last part of the key must tell records apart. */
export interface CursorOrder<Item> {
  key: (item: Item) => readonly (string | number)[];
  down: boolean;
}

/** What is inside a cursor. `place` helps only where a list has no order that a key could tell, and the record is gone. */
interface Mark {
  key: (string | number)[];
  place: number;
}

/** The cursor that stands at a record; opaque to clients. */
export function cursorOf<Item>(item: Item, place: number, order: CursorOrder<Item> | undefined): string {
  const key = order ? order.key(item) : [identityOf(item) ?? place];
  return Buffer.from(JSON.stringify({ v: 1, k: key, p: place })).toString('base64');
}

/** The place of the first record behind the cursor. @throws Fault 400 for a text that is no cursor */
export function startAfter<Item>(
  items: readonly Item[],
  cursor: string,
  order: CursorOrder<Item> | undefined,
): number {
  const mark = readCursor(cursor);
  const ordered = order ?? idOrder(items);
  if (ordered) return firstWhere(items, (item) => compare(ordered, item, mark.key) > 0);
  const at = items.findIndex((item) => identityOf(item) === mark.key[0]);
  return Math.min(items.length, at === -1 ? mark.place : at + 1);
}

/** The place at which a page that ends before the cursor ends. @throws Fault 400 */
export function startBefore<Item>(
  items: readonly Item[],
  cursor: string,
  order: CursorOrder<Item> | undefined,
): number {
  const mark = readCursor(cursor);
  const ordered = order ?? idOrder(items);
  if (ordered) return firstWhere(items, (item) => compare(ordered, item, mark.key) >= 0);
  const at = items.findIndex((item) => identityOf(item) === mark.key[0]);
  return Math.min(items.length, at === -1 ? mark.place : at);
}

function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const at = items.findIndex(holds);
  return at === -1 ? items.length : at;
}

function readCursor(cursor: string): Mark {
  const refused = coded(
    400,
    'InvalidPaginationParameter',
    'Invalid pagination parameter',
    'page[after] and page[before] must be valid cursors',
  );
  let inside: unknown;
  try {
    inside = JSON.parse(Buffer.from(cursor.replaceAll(' ', '+'), 'base64').toString());
  } catch {
    throw refused;
  }
  const { k, p } = objectOf(inside);
  if (!isObject(inside) || !Array.isArray(k) || typeof p !== 'number') throw refused;
  return { key: k.filter((part) => typeof part === 'string' || typeof part === 'number'), place: p };
}

/** The order of lists that are sorted by their ids, as most are; nothing for lists in an order of their own. */
function idOrder<Item>(items: readonly Item[]): CursorOrder<Item> | undefined {
  const ids = items.map(identityOf);
  const rises = (sign: number) =>
    ids.every((id, index) => {
      const before = ids[index - 1];
      return typeof id === 'number' && (typeof before !== 'number' || (id - before) * sign > 0);
    });
  const key = (item: Item) => [identityOf(item) ?? 0];
  if (rises(1)) return { key, down: false };
  return rises(-1) ? { key, down: true } : undefined;
}

/** What tells a record apart: its id, or its name where it has none. */
function identityOf(item: unknown): string | number | undefined {
  const { id, name } = objectOf(item);
  if (typeof id === 'number' || typeof id === 'string') return id;
  return typeof name === 'string' ? name : undefined;
}

/** Where a record stands to a key: below 0 before it, above 0 behind it. */
function compare<Item>(order: CursorOrder<Item>, item: Item, key: readonly (string | number)[]): number {
  for (const [index, part] of order.key(item).entries()) {
    const other = key[index];
    if (other === undefined || part === other) continue;
    return (part < other ? -1 : 1) * (order.down ? -1 : 1);
  }
  return 0;
}
