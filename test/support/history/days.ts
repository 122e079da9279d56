/** Civil dates of a zone by the platform's own calendar, so that what the product counts is checked against another. */

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formats.set(zone, made);
  return made;
}

/** What was worked out once is kept: a history asks for the same days again and again. */
function remembered<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const one = make();
  made.set(key, one);
  return one;
}

const HOUR = 3_600_000;
const dates = new Map<string, string>();

/** `YYYY-MM-DD` of an instant as the zone's calendars show it; Europe's clocks move by whole hours. */
export function dateIn(at: number, zone: string): string {
  const hour = Math.floor(at / HOUR);
  return remembered(dates, `${hour} ${zone}`, () => formatOf(zone).format(at).slice(0, 10));
}

/** `YYYY-MM` likewise. */
export const monthIn = (at: number, zone: string): string => dateIn(at, zone).slice(0, 7);

const later = new Map<string, string>();

export const plusDays = (date: string, days: number): string =>
  remembered(later, `${date} ${days}`, () =>
    new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10),
  );

export const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

const weekdays = new Map<string, string>();

/** So many weekdays later; holidays are not known here. */
export function plusWeekdays(date: string, count: number): string {
  return remembered(weekdays, `${date} ${count}`, () => {
    let day = date;
    for (let left = count; left > 0; ) {
      day = plusDays(day, 1);
      if (weekday(day) !== 0 && weekday(day) !== 6) left -= 1;
    }
    return day;
  });
}

const starts = new Map<string, number>();

/** When a civil day begins in a zone: Europe's clocks never move at midnight. */
export function startOf(date: string, zone: string): number {
  return remembered(starts, `${date} ${zone}`, () => {
    const utc = Date.parse(`${date}T00:00:00Z`);
    const near = [0, 1, 2].map((hours) => utc - hours * HOUR);
    const found = near.find((at) => formatOf(zone).format(at).startsWith(`${date} 00:00`));
    if (found === undefined) throw new Error(`no midnight of ${date} in ${zone}`);
    return found;
  });
}

export function plusMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
