/**
 * The same questions answered the slow way: days are walked one at a time and zones are asked of Intl an hour at a
 * time. Shares no code with domain/, so that the two can't be wrong together.
 */

const HOUR = 3_600_000;
const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

/** What a clock in the zone shows: "2026-04-02 12:30". */
export function wallAt(instant: number, zone: string): string {
  const parts = new Map(
    formatFor(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')} ${parts.get('hour')}:${parts.get('minute')}`;
}

export function dateAt(instant: number, zone: string): string {
  return wallAt(instant, zone).slice(0, 10);
}

export function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
}

/** The first minute of a civil day (or of the first day after it that exists) in the zone. */
export function firstMinuteOf(date: string, zone: string): number {
  let instant = Date.parse(`${date}T00:00:00Z`) - 48 * HOUR;
  while (dateAt(instant + HOUR, zone) < date) instant += HOUR;
  while (dateAt(instant, zone) < date) instant += MINUTE;
  return instant;
}

export interface OracleCalendar {
  /** Working days of the week, 0 being Sunday, as the Romans and JavaScript have it. */
  readonly week: readonly number[];
  readonly off: ReadonlySet<string>;
}

export function works(date: string, { week, off }: OracleCalendar): boolean {
  return week.includes(new Date(`${date}T12:00:00Z`).getUTCDay()) && !off.has(date);
}

/** The date on which the n-th working day after `date` falls. */
export function nthWorkingDayAfter(date: string, n: number, calendar: OracleCalendar): string {
  let current = date;
  let seen = 0;
  while (seen < n) {
    current = nextDay(current);
    if (works(current, calendar)) seen += 1;
  }
  return current;
}

export function firstWorkingDayFrom(date: string, calendar: OracleCalendar): string {
  return works(date, calendar) ? date : nthWorkingDayAfter(date, 1, calendar);
}

export function daysAfter(date: string, n: number): string {
  let current = date;
  for (let left = n; left > 0; left -= 1) current = nextDay(current);
  return current;
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** Walks to the month that is wanted and on to the day of the month, stopping at the month's last day. */
export function monthsAfter(date: string, n: number): string {
  const wanted = monthOf(date) + n;
  let current = date;
  while (monthOf(current) < wanted) current = nextDay(current);
  while (current.slice(8) < date.slice(8) && monthOf(nextDay(current)) === wanted) current = nextDay(current);
  return current;
}

export interface Question {
  readonly anchor: number;
  readonly amount: number;
  readonly unit: 'hours' | 'days' | 'working_days' | 'weeks' | 'months';
  readonly zone: string;
  readonly calendar: OracleCalendar;
  readonly startRolls: boolean;
  readonly endRolls: boolean;
}

function endOf({ amount, unit, calendar }: Question, start: string): string {
  if (unit === 'working_days') return nthWorkingDayAfter(start, amount, calendar);
  if (unit === 'months') return monthsAfter(start, amount);
  return daysAfter(start, unit === 'weeks' ? amount * 7 : amount);
}

/** When something is due, and on which date, days ending at midnight. */
export function dueOf(question: Question): { dueAt: number; dueDate: string } {
  const { anchor, amount, unit, zone, calendar, startRolls, endRolls } = question;
  if (unit === 'hours') {
    const dueAt = anchor + amount * HOUR;
    return { dueAt, dueDate: dateAt(dueAt, zone) };
  }
  const date = dateAt(anchor, zone);
  const end = endOf(question, startRolls ? firstWorkingDayFrom(date, calendar) : date);
  const dueDate = endRolls && unit !== 'working_days' ? firstWorkingDayFrom(end, calendar) : end;
  return { dueAt: firstMinuteOf(nextDay(dueDate), zone), dueDate };
}

type Length = Pick<Question, 'amount' | 'unit'>;

export interface Told extends Length {
  /** When the customer was told. */
  readonly at: number;
}

export interface Bounds {
  readonly most?: Length;
  readonly times?: number;
}

type Answer = ReturnType<typeof dueOf>;

/** One stretch added: hours to the due time, all else to the due date, which rolls as the period did. */
function longer(due: Answer, length: Length, question: Question): Answer {
  const { zone, calendar, endRolls } = question;
  if (length.unit === 'hours') {
    const dueAt = due.dueAt + length.amount * HOUR;
    return { dueAt, dueDate: dateAt(dueAt, zone) };
  }
  const end = endOf({ ...question, ...length }, due.dueDate);
  const dueDate = endRolls ? firstWorkingDayFrom(end, calendar) : end;
  return { dueAt: firstMinuteOf(nextDay(dueDate), zone), dueDate };
}

/** When something is due that was extended, and how many of the extensions count. */
export function extendedDueOf(question: Question, told: readonly Told[], bounds: Bounds) {
  const first = dueOf(question);
  const end = bounds.most ? longer(first, bounds.most, question).dueAt : Number.POSITIVE_INFINITY;
  let due = first;
  let onlyHours = question.unit === 'hours';
  let counted = 0;
  for (const one of [...told].sort((a, b) => a.at - b.at)) {
    const inTime = onlyHours ? one.at <= due.dueAt : one.at < due.dueAt;
    const next = longer(due, one, question);
    if (!inTime || next.dueAt > end || counted >= (bounds.times ?? Number.POSITIVE_INFINITY)) continue;
    due = next;
    counted += 1;
    if (one.unit !== 'hours') onlyHours = false;
  }
  return { ...due, counted };
}
