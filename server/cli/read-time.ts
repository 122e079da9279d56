import {
  addDays,
  HOUR,
  type Instant,
  instantOf,
  instantsOf,
  isLocalDate,
  type LocalDate,
  localDate,
  localDateAt,
  localTimeAt,
  MINUTE,
  SECOND,
  startOfDay,
} from '../../domain/local-date.ts';
import { UsageError } from '../command/usage-error.ts';

/** A time as somebody typed it. */
export interface TypedTime {
  readonly at: Instant;
  /** A date alone, which stands for the start of that day. */
  readonly dateOnly: boolean;
}

const DATE_TIME =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2})(?::(?<seconds>\d{2}(?:\.\d{1,3})?))?(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const HOW =
  'write it as 2026-04-01T15:00+01:00, 2026-04-01T14:00Z, or without an offset in the policy’s time zone';

const offsetText = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
};

/** An instant as the zone's clocks show it, with their offset: "2026-10-25T01:30+01:00". */
function withOffset(at: Instant, zone: string): string {
  const [date, time] = [localDateAt(at, zone), localTimeAt(at, zone)];
  const wall = Date.parse(`${date}T${time}Z`);
  return `${date}T${time}${offsetText(Math.round((wall - at) / MINUTE))}`;
}

interface Local {
  readonly date: LocalDate;
  readonly time: string;
  readonly zone: string;
}

/** A time without an offset, which the zone's clocks must show exactly once. @throws UsageError */
function readLocal({ date, time, zone }: Local, label: string): Instant {
  const [first, second] = instantsOf(date, time, zone);
  if (first !== undefined && second === undefined) return first;
  const what = `${label}: the clocks of ${zone}`;
  if (first !== undefined && second !== undefined) {
    throw new UsageError(
      `${what} show ${date} ${time} twice: write ${withOffset(first, zone)} or ${withOffset(second, zone)}`,
    );
  }
  // Read with the offset before the gap, and with that after it.
  const late = instantOf(date, time, zone);
  const early = late - gapAround(late, zone);
  throw new UsageError(
    `${what} skip ${date} ${time}: write ${withOffset(early, zone)} or ${withOffset(late, zone)}`,
  );
}

/** By how much the zone's clocks go forward about the instant. */
function gapAround(at: Instant, zone: string): number {
  const offset = (instant: Instant): number =>
    Date.parse(`${localDateAt(instant, zone)}T${localTimeAt(instant, zone)}Z`) - instant;
  return offset(at + 24 * HOUR) - offset(at - 24 * HOUR);
}

function offsetOf(text: string): number | undefined {
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

function withSeconds(at: Instant, seconds: string): Instant {
  return at + Math.round(Number(seconds) * SECOND);
}

/**
 * Reads a time with an offset or `Z`, one without that the zone's clocks show once, or a date alone. `label` names it
 * in messages. @throws UsageError
 */
export function readTime(text: string, zone: string, label: string): TypedTime {
  const { date, time, seconds = '0', offset } = DATE_TIME.exec(text.trim())?.groups ?? {};
  const malformed = new UsageError(`${label}: "${text}" is no time: ${HOW}`);
  if (date === undefined) throw malformed;
  if (!isLocalDate(date)) throw new UsageError(`${label}: there is no day ${date}: check month and day`);
  const day = localDate(date);
  if (time === undefined) return { at: startOfDay(day, zone), dateOnly: true };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || Number(seconds) >= 60)
    throw new UsageError(
      `${label}: there is no time of day ${time}${time.startsWith('24') ? `: write ${addDays(day, 1)}T00:00` : ': write 00:00 to 23:59'}`,
    );
  if (offset === undefined)
    return { at: withSeconds(readLocal({ date: day, time, zone }, label), seconds), dateOnly: false };
  const ahead = /^z$/i.test(offset) ? 0 : offsetOf(offset);
  if (ahead === undefined) throw malformed;
  return { at: withSeconds(Date.parse(`${date}T${time}Z`) - ahead, seconds), dateOnly: false };
}
