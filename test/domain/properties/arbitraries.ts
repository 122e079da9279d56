import fc from 'fast-check';
import * as oracle from '../oracle.ts';

const ZONES = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Etc/GMT+12',
];

const FROM = Date.parse('2024-02-01T00:00:00Z');
const UNTIL = Date.parse('2027-10-31T00:00:00Z');

/** Zones with odd offsets and odd changes of the clocks among them. */
export const zone = fc.constantFrom(...ZONES);

/** The start of any minute of some years, in ms. */
export const minute = fc.integer({ min: FROM / 60_000, max: UNTIL / 60_000 }).map((n) => n * 60_000);

/** Any instant, and those around midnight and changes of the clocks, to the millisecond. */
export const instant = fc
  .tuple(minute, fc.constantFrom(0, 1, 1799, 59_999), fc.boolean(), zone)
  .map(([at, extra, midnight, place]) =>
    midnight
      ? oracle.firstMinuteOf(oracle.dateAt(at, place), place) + (extra > 1000 ? -1 : extra)
      : at + extra,
  );
