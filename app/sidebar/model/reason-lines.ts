import type { Deadline } from '../../../domain/deadline.ts';
import { addDays, type LocalDate, localDateAt } from '../../../domain/local-date.ts';
import type { Reason } from '../../../domain/reasons.ts';
import { lineText } from './reason-line-text.ts';
import type { Reading } from './status.ts';

/** One line of the list: the day or neighbouring days it is about, and what is said of them. */
export interface ReasonLine {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Where the line is about an instant of its day. */
  readonly time?: string;
  /** The days are left out of the count. */
  readonly off: boolean;
  readonly text: string;
}

/** Why a day is left out of the count. */
export const NOT_COUNTED: readonly Reason['code'][] = ['weekend', 'not_working', 'holiday'];

function isSaidTogether(a: Reason, b: Reason): boolean {
  return a.code === b.code && a.name === b.name && addDays(a.date, 1) === b.date;
}

/** Neighbouring days of which the same is said share a line. */
export function linesOf(reasons: readonly Reason[], deadline: Deadline, reading: Reading): ReasonLine[] {
  // The due day is named as such, so it is not counted out before.
  const told = reasons.filter(({ code, date }) => code !== 'counted' || date !== deadline.dueDate);
  const groups: { first: Reason; last: Reason }[] = [];
  for (const reason of told) {
    const group = groups.at(-1);
    if (group && isSaidTogether(group.last, reason)) group.last = reason;
    else groups.push({ first: reason, last: reason });
  }
  return groups.map(({ first, last }) => {
    const text = lineText(first, last, deadline, reading);
    if (first.code === 'elapsed') return { text, off: false };
    return {
      from: lineDate(first, deadline, reading),
      to: lineDate(last, deadline, reading),
      ...lineTime(first, deadline, reading),
      off: NOT_COUNTED.includes(first.code),
      text,
    };
  });
}

/** Duties in hours are told in the reader's zone, all others in the policy's. */
function lineDate(reason: Reason, deadline: Deadline, { when }: Reading): LocalDate {
  return deadline.within.unit === 'hours' && reason.at !== undefined
    ? localDateAt(reason.at, when.zone)
    : reason.date;
}

/** The time of an instant, in the zone of its day; the end of a day is told by the day alone. */
function lineTime(reason: Reason, deadline: Deadline, { when, calendar }: Reading): { time?: string } {
  if (reason.at === undefined) return {};
  if (deadline.within.unit === 'hours') return { time: when.time(reason.at) };
  const { zone } = calendar;
  return localDateAt(reason.at, zone) === reason.date ? { time: when.time(reason.at, zone) } : {};
}
