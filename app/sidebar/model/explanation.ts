import type { Calendar } from '../../../domain/calendar.ts';
import { CoverageError } from '../../../domain/calendar.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import { addDays, type LocalDate, localDateAt } from '../../../domain/local-date.ts';
import type { OffsetUnit } from '../../../domain/offset.ts';
import type { Counting } from '../../../domain/policy.ts';
import { explain, type Reason } from '../../../domain/reasons.ts';
import type { StripDay } from '../../ui/DayStrip.tsx';
import type { TextKey } from '../../ui/language.ts';
import type { Reading } from './status.ts';

/** One line of the list: the day or neighbouring days it is about, and what is said of them. */
export interface ReasonLine {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly text: string;
}

export interface Explanation {
  /** "3 working days" */
  readonly promise: string;
  readonly reasons: readonly Reason[];
  readonly strip: readonly StripDay[];
  readonly lines: readonly ReasonLine[];
}

/** More days than this make no picture. */
const LONGEST_STRIP = 21;

const UNITS: Readonly<Record<OffsetUnit, TextKey>> = {
  hours: 'why.hours',
  days: 'why.days',
  working_days: 'why.workingDays',
  weeks: 'why.weeks',
  months: 'why.months',
};

const ANCHORS: Readonly<Record<string, TextKey>> = {
  received: 'why.eventReceived',
  acknowledged: 'why.eventAcknowledged',
  updated: 'why.eventUpdated',
  responded: 'why.eventResponded',
  first_made: 'why.eventFirstMade',
  deadlock: 'why.eventDeadlock',
  appealed: 'why.eventAppealed',
  appeal_acknowledged: 'why.eventAppealAcknowledged',
};

const LATEST_ANCHORS: Readonly<Record<string, TextKey>> = {
  acknowledged: 'why.projectedAcknowledged',
  updated: 'why.projectedUpdated',
};

const NOT_COUNTED: readonly Reason['code'][] = ['weekend', 'not_working', 'holiday'];

function stripOf(reasons: readonly Reason[], { within, dueDate }: Deadline): StripDay[] {
  if (within.unit !== 'working_days') return [];
  const days = reasons.flatMap(({ code, date, n }): StripDay[] => {
    if (code === 'anchor' || code === 'anchor_projected') return [{ date, n: 0, due: false }];
    if (code === 'counted') return [{ date, ...(n === undefined ? {} : { n }), due: date === dueDate }];
    return NOT_COUNTED.includes(code) ? [{ date, due: false }] : [];
  });
  return days.length <= LONGEST_STRIP ? days : [];
}

function anchorText(reason: Reason, deadline: Deadline, { language: { say } }: Reading): string {
  const names = reason.code === 'anchor' ? ANCHORS : LATEST_ANCHORS;
  const event = say(names[reason.event ?? ''] ?? 'why.eventOther');
  return say(deadline.within.unit === 'hours' ? 'why.start' : 'why.dayZero', { event });
}

/** The holiday in the agent's language, where it has a name in it. */
function holidayName({ name = '', names }: Reason, { language }: Reading): string {
  return names?.[language.tag.slice(0, 2)] ?? name;
}

/** What is said of neighbouring reasons of one kind, `first` and `last` being the same where there is but one. */
function lineText(first: Reason, last: Reason, deadline: Deadline, reading: Reading): string {
  const { say } = reading.language;
  switch (first.code) {
    case 'anchor':
    case 'anchor_projected':
      return anchorText(first, deadline, reading);
    case 'anchor_rolled':
    case 'end_rolled':
      return say('why.rolled');
    case 'elapsed':
      return say('why.runs');
    case 'counted':
      return say('why.dayN', { n: first.n ?? 0, to: last === first ? 0 : (last.n ?? 0) });
    case 'period':
      return say('why.ends', { length: say(UNITS[first.unit ?? 'days'], { n: first.n ?? 0 }) });
    case 'extended':
      return say('why.extended', { length: say(UNITS[first.unit ?? 'days'], { n: first.n ?? 0 }) });
    case 'not_working':
      return say('why.notWorking');
    case 'weekend':
      return say('why.weekend');
    case 'holiday':
      return say('why.holiday', { name: holidayName(first, reading), region: first.region ?? '' });
    case 'due':
      return deadline.within.unit === 'working_days'
        ? say('why.dueDay', { n: deadline.within.amount })
        : say('why.due');
  }
}

function isSaidTogether(a: Reason, b: Reason): boolean {
  return a.code === b.code && a.name === b.name && addDays(a.date, 1) === b.date;
}

/** Neighbouring days of which the same is said share a line. */
function linesOf(reasons: readonly Reason[], deadline: Deadline, reading: Reading): ReasonLine[] {
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
    if (first.code === 'elapsed') return { text };
    return { from: lineDate(first, deadline, reading), to: lineDate(last, deadline, reading), text };
  });
}

/** Duties in hours are told in the reader's zone, all others in the policy's. */
function lineDate(reason: Reason, deadline: Deadline, { when }: Reading): LocalDate {
  return deadline.within.unit === 'hours' && reason.at !== undefined
    ? localDateAt(reason.at, when.zone)
    : reason.date;
}

/** How the date came about, or undefined where the record's calendar does not reach. */
export function explanationOf(
  deadline: Deadline,
  calendar: Calendar,
  counting: Counting,
  reading: Reading,
): Explanation | undefined {
  try {
    const reasons = explain(deadline, calendar, counting);
    const promise = reading.language.say(UNITS[deadline.within.unit], { n: deadline.within.amount });
    return {
      promise,
      reasons,
      strip: stripOf(reasons, deadline),
      lines: linesOf(reasons, deadline, reading),
    };
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}
