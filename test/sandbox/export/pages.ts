import { badRequest } from '../fault.ts';
import type { Call } from '../http/route.ts';
import { idOf } from '../json.ts';
import { comparePlaces, decodePlace, encodePlace, type Place } from './cursor.ts';
import { SETTLING_S, startTimeOf } from './start-time.ts';

/** Largest page of an export, and its default. */
const LARGEST = 1_000;
/** Largest page of a sample. */
export const SAMPLE = 50;

/** A record on its way out, with the place it is sorted by. */
export interface Exported<Item> extends Place {
  item: Item;
}

/** What a page is made of. */
export interface Export<Item> {
  /** The name of the list in the reply. */
  name: string;
  items: readonly Exported<Item>[];
  present: (item: Item) => unknown;
  account: { readonly origin: string; clock: { now(): number } };
  /** Largest page, where it is not a thousand. */
  largest?: number;
  /** Answers a start that is too recent as the older exports do. */
  legacy?: boolean;
}

/** A page and the records on it, for sideloads. */
export interface ExportPage<Item> {
  body: Record<string, unknown>;
  shown: Item[];
}

/**
 * A page by cursor: the first call names `start_time`, each further one the `cursor` of the page before.
 * A page without records keeps the cursor it was asked with [?].
 * @throws Fault 400
 */
export function cursorExport<Item>(call: Call, source: Export<Item>): ExportPage<Item> {
  const now = secondsOf(source);
  const after = call.query.cursor === undefined ? undefined : placeOf(call.query.cursor);
  const from = after ?? { at: startTimeOf(call, now, source.legacy), id: -1 };
  const due = settled(source, now).filter((one) => comparePlaces(one, from) > 0);
  const page = due.slice(0, pageSize(call, source));
  const last = page.at(-1);
  const cursor = last ? encodePlace(last) : (call.query.cursor ?? null);
  return {
    shown: page.map(({ item }) => item),
    body: {
      [source.name]: page.map(({ item }) => source.present(item)),
      after_url: cursor === null ? null : link(call, source, { cursor, start_time: undefined }),
      before_url: null,
      after_cursor: cursor,
      before_cursor: null,
      end_of_stream: page.length === due.length,
    },
  };
}

/**
 * A page by time: the next one starts at the `end_time` of this one, so the records of that second come again,
 * and a page holds all records of its last second even where it grows beyond its size.
 * @throws Fault 400
 */
export function timeExport<Item>(call: Call, source: Export<Item>): ExportPage<Item> {
  const now = secondsOf(source);
  const start = startTimeOf(call, now, source.legacy);
  const due = settled(source, now).filter(({ at }) => at >= start);
  const last = due[Math.min(pageSize(call, source), due.length) - 1];
  const page = last ? due.filter(({ at }, index) => index <= due.indexOf(last) || at === last.at) : [];
  return {
    shown: page.map(({ item }) => item),
    body: {
      [source.name]: page.map(({ item }) => source.present(item)),
      count: page.length,
      end_of_stream: page.length === due.length,
      end_time: last?.at ?? null,
      next_page: last ? link(call, source, { start_time: String(last.at) }) : null,
    },
  };
}

/** The records that have been left alone for a minute, in the order of the export. */
function settled<Item>(source: Export<Item>, now: number): Exported<Item>[] {
  return source.items.filter(({ at }) => at <= now - SETTLING_S).sort(comparePlaces);
}

const secondsOf = (source: { account: { clock: { now(): number } } }) =>
  Math.floor(source.account.clock.now() / 1000);

function pageSize(call: Call, source: { largest?: number }): number {
  const largest = source.largest ?? LARGEST;
  if (call.query.per_page === undefined) return largest;
  const size = idOf(call.query.per_page);
  if (size === undefined || size < 1) throw badRequest('per_page must be an integer greater than 0');
  return Math.min(size, largest);
}

function placeOf(cursor: string): Place {
  const place = decodePlace(cursor);
  if (!place)
    throw badRequest('You passed an invalid value for the cursor attribute. Invalid parameter: cursor');
  return place;
}

function link(
  call: Call,
  source: { account: { readonly origin: string } },
  changes: Record<string, string | undefined>,
): string {
  const url = new URL(call.path, source.account.origin);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.toString();
}
