import type { CaseEvent } from '../../../domain/events.ts';
import { at, deadlineFor, deadlinesFor, event, shipped } from '../support.ts';

/** When every deadline of these tests is past. */
export const later = at('2027-06-01');

/** A complaint by e-mail, unless the extras say otherwise. */
export const received = (when: string, extras: Partial<CaseEvent> = {}) =>
  event('received', when, { channel: 'email', ...extras });

/** A deadline is extended by this length, with a reason. */
export const extended = (duty: string, within: string, when: string) =>
  event('extended', when, { duty, within, reason: 'it is complex' });

/** "regime.duty date" of every deadline. */
export function due(file: string, ...events: CaseEvent[]): string[] {
  return deadlinesFor(events, shipped(file)).map(
    ({ regime, duty, dueDate }) => `${regime}.${duty} ${dueDate}`,
  );
}

/** The due date of one duty. */
export function dueOf(file: string, duty: string, ...events: CaseEvent[]): string {
  return deadlineFor(duty, deadlinesFor(events, shipped(file))).dueDate;
}
