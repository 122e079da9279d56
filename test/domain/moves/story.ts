import { type Calendar, createCalendar } from '../../../domain/calendar.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Move } from '../../../domain/moves.ts';
import { event } from '../support.ts';

/** A complaint of Mon 8 Jun 2026; its update is due on Fri 12 Jun. */
export const received = event('received', '2026-06-08 10:00', { channel: 'email' });
export const acknowledged = event('acknowledged', '2026-06-09 10:00');

/** The same calendar with a day off announced late, or without one that was wrong. */
export function withDayOff(calendar: Calendar, date: string, name?: string): Calendar {
  const rest = calendar.data.off.filter((day) => day.date !== date);
  const added = name === undefined ? [] : [{ date: localDate(date), name, region: 'GB-SCT' }];
  return createCalendar({ ...calendar.data, off: [...rest, ...added] });
}

/** A line for each move: the duty, from when, to when, and why. */
export const lines = (moves: readonly Move[]) =>
  moves.map(({ duty, from, to, because }) => [
    duty,
    from?.dueDate ?? null,
    to?.dueDate ?? null,
    ...because.map(({ code, date }) => `${code} ${date}`),
  ]);
