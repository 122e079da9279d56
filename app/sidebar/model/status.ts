import { type Calendar, CoverageError } from '../../../domain/calendar.ts';
import { type Deadline, deadlineState } from '../../../domain/deadline.ts';
import { daysBetween, type Instant, type LocalDate, localDateAt } from '../../../domain/local-date.ts';
import { cityName } from '../../ui/cities.ts';
import { durationText } from '../../ui/duration.ts';
import type { Language, TextKey } from '../../ui/language.ts';
import type { Tone } from '../../ui/tone.ts';
import type { When } from '../../ui/when.ts';

/** The status block in words. */
export interface StatusText {
  readonly tone: Tone;
  /** The pill: "Due today". */
  readonly state: TextKey;
  /** The large line: the date, or the time for duties in hours. */
  readonly due: string;
  /** How far that is, in the unit of the promise. */
  readonly distance: string;
  /** Whether `distance` is a running countdown. */
  readonly counting: boolean;
}

export interface Reading {
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly language: Language;
  readonly when: When;
}

function hoursStatus(deadline: Deadline, { now, language: { say }, when }: Reading): StatusText {
  const state = deadlineState(deadline, now);
  const left = deadline.dueAt - now;
  const due = when.deadline(deadline.dueAt, now);
  if (state === 'overdue') {
    const distance = say('due.late', { time: durationText(-left, say) });
    return { tone: 'danger', state: 'state.overdue', due, distance, counting: true };
  }
  const distance = say('due.left', { time: durationText(left, say) });
  if (state !== 'due_soon') return { tone: 'neutral', state: 'state.running', due, distance, counting: true };
  const today = when.today(deadline.dueAt) === when.today(now);
  return { tone: 'warning', state: today ? 'state.today' : 'state.soon', due, distance, counting: true };
}

/** Working days after `from` up to `to`, or undefined where the record's calendar does not reach so far. */
function workingDays(calendar: Calendar, from: LocalDate, to: LocalDate): number | undefined {
  try {
    return calendar.workingDaysBetween(from, to);
  } catch (error) {
    if (error instanceof CoverageError) return undefined;
    throw error;
  }
}

function dueDayText(deadline: Deadline, { now, calendar: { zone }, language, when }: Reading): string {
  const { say } = language;
  const time = durationText(deadline.dueAt - now, say);
  const sameClocks = when.time(deadline.dueAt, zone) === when.time(deadline.dueAt);
  const midnight = localDateAt(deadline.dueAt, zone) > deadline.dueDate;
  const values = { time, city: cityName(zone, language), end: when.time(deadline.dueAt, zone) };
  if (midnight) return say(sameClocks ? 'due.midnight' : 'due.midnightIn', values);
  return say(sameClocks ? 'due.by' : 'due.byIn', values);
}

function comingText(deadline: Deadline, today: LocalDate, { calendar, language: { say } }: Reading): string {
  const n =
    deadline.within.unit === 'working_days' ? workingDays(calendar, today, deadline.dueDate) : undefined;
  return n ? say('due.in', { n }) : say('due.inDays', { n: daysBetween(today, deadline.dueDate) });
}

function lateText(
  deadline: Deadline,
  today: LocalDate,
  { now, calendar, language: { say }, when }: Reading,
): string {
  const days = daysBetween(deadline.dueDate, today);
  if (days === 0) return say('due.wasToday', { time: durationText(now - deadline.dueAt, say) });
  if (days === 1) return say('due.wasYesterday');
  const n = workingDays(calendar, deadline.dueDate, today);
  return n ? say('due.wasDays', { n }) : say('due.wasOn', { day: when.day(deadline.dueDate) });
}

function daysStatus(deadline: Deadline, reading: Reading): StatusText {
  const { now, calendar, when } = reading;
  const today = localDateAt(now, calendar.zone);
  const due = when.day(deadline.dueDate);
  const state = deadlineState(deadline, now);
  if (state === 'overdue') {
    const counting = today === deadline.dueDate;
    return {
      tone: 'danger',
      state: 'state.overdue',
      due,
      distance: lateText(deadline, today, reading),
      counting,
    };
  }
  if (today === deadline.dueDate) {
    const distance = dueDayText(deadline, reading);
    return { tone: 'warning', state: 'state.today', due, distance, counting: true };
  }
  const distance = comingText(deadline, today, reading);
  if (state === 'due_soon') return { tone: 'warning', state: 'state.soon', due, distance, counting: false };
  return { tone: 'neutral', state: 'state.running', due, distance, counting: false };
}

/**
 * How a deadline that somebody has to keep stands now. Duties in hours count down in the reader's zone; duties in
 * days name the date of the policy's zone, and count down only on the day itself.
 */
export function statusText(deadline: Deadline, reading: Reading): StatusText {
  return deadline.within.unit === 'hours' ? hoursStatus(deadline, reading) : daysStatus(deadline, reading);
}
