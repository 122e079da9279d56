import { tzOffset } from '@date-fns/tz/tzOffset';
import { FIRST_KEPT_DAY, KEPT_DAYS } from './civil-days.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const UNKNOWN = 2 ** 31 - 1;
const CHANGES = UNKNOWN - 1;

/** A day of UTC on which a zone's clocks change. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** What is known of a zone. */
interface Zone {
  readonly name: string;
  /** Its offset all through each of the kept days of UTC; {@link CHANGES} where it changes, or {@link UNKNOWN}. */
  readonly offsets: Int32Array;
  readonly changes: Map<number, Change>;
}

/**
 * To ask the platform takes a hundred times as long as all else that a date is counted with, and what it tells does not
 * change while a program runs.
 */
const zones = new Map<string, Zone>();
/** Mostly one zone is asked for again and again. */
let latest: Zone | undefined;

function ask(zone: string, instant: number): number {
  const minutes = tzOffset(zone, new Date(instant));
  if (Number.isNaN(minutes))
    throw new RangeError(`"${zone}" is not a time zone: use an IANA name such as Europe/London`);
  return minutes * MINUTE;
}

/** @throws RangeError for an unknown zone */
function zoneOf(name: string): Zone {
  if (latest?.name === name) return latest;
  let zone = zones.get(name);
  if (!zone) {
    ask(name, 0);
    zone = { name, offsets: new Int32Array(KEPT_DAYS).fill(UNKNOWN), changes: new Map() };
    zones.set(name, zone);
  }
  latest = zone;
  return zone;
}

/** When within a day the offset is no more what it was at its begin. No zone's clocks change twice within a day. */
function changeWithin(day: number, zone: string, before: number): number {
  let [unchanged, changed] = [day * DAY, (day + 1) * DAY];
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (ask(zone, middle) === before) unchanged = middle;
    else changed = middle;
  }
  return changed;
}

/** Finds out about a day and keeps it. */
function learn({ name, offsets, changes }: Zone, day: number): number {
  const [before, after] = [ask(name, day * DAY), ask(name, (day + 1) * DAY)];
  const offset = before === after ? before : CHANGES;
  if (offset === CHANGES) changes.set(day, { at: changeWithin(day, name, before), before, after });
  offsets[day - FIRST_KEPT_DAY] = offset;
  return offset;
}

/** Milliseconds east of UTC that the zone's clocks show at `instant`. @throws RangeError for an unknown zone */
export function offsetAt(name: string, instant: number): number {
  const zone = zoneOf(name);
  const day = Math.floor(instant / DAY);
  const known = zone.offsets[day - FIRST_KEPT_DAY];
  if (known === undefined) return ask(name, instant);
  const offset = known === UNKNOWN ? learn(zone, day) : known;
  if (offset !== CHANGES) return offset;
  const change = zone.changes.get(day);
  if (!change) return ask(name, instant);
  return instant < change.at ? change.before : change.after;
}
