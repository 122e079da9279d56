import type { EventKind } from './events.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { Offset } from './offset.ts';

export type WaivedWhy = 'superseded' | 'withdrawn' | 'not_a_complaint' | 'by_person';

/** A duty applied to a case: where it is counted from, when it is due, and what has become of it. */
export interface Deadline {
  readonly regime: string;
  readonly duty: string;
  /** The event it is counted from, and when that happened, or may happen at the latest where `projected`. */
  readonly after: EventKind;
  readonly anchorAt: Instant;
  readonly projected: boolean;
  readonly within: Offset;
  /** Hours: the last instant that is in time. Days: the end of the due date, the first instant that is late. */
  readonly dueAt: Instant;
  /** The due date in the policy's zone. */
  readonly dueDate: LocalDate;
  readonly warnAt: Instant;
  /** A regulator's limit that no extension moves. */
  readonly hardCap: boolean;
  readonly doneAt?: Instant;
  readonly waived?: WaivedWhy;
}

export type DeadlineState = 'projected' | 'running' | 'due_soon' | 'overdue' | 'met' | 'met_late' | 'waived';

/** Hours end with their last instant; a day ends where the next one begins, so that instant is late. */
export function isLate(deadline: Pick<Deadline, 'within' | 'dueAt'>, at: Instant): boolean {
  return deadline.within.unit === 'hours' ? at > deadline.dueAt : at >= deadline.dueAt;
}

export function deadlineState(deadline: Deadline, now: Instant): DeadlineState {
  if (deadline.waived) return 'waived';
  if (deadline.doneAt !== undefined) return isLate(deadline, deadline.doneAt) ? 'met_late' : 'met';
  if (deadline.projected) return 'projected';
  if (isLate(deadline, now)) return 'overdue';
  return now >= deadline.warnAt ? 'due_soon' : 'running';
}

const OPEN: readonly DeadlineState[] = ['running', 'due_soon', 'overdue'];

/** The deadlines that somebody has to keep now, the earliest first. */
export function openDeadlines(deadlines: readonly Deadline[], now: Instant): Deadline[] {
  return deadlines
    .filter((deadline) => OPEN.includes(deadlineState(deadline, now)))
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** The next instant after `now` at which some open deadline's state changes, or undefined where none does. */
export function nextChange(deadlines: readonly Deadline[], now: Instant): Instant | undefined {
  const instants = openDeadlines(deadlines, now).flatMap((deadline) => [
    deadline.warnAt,
    deadline.within.unit === 'hours' ? deadline.dueAt + 1 : deadline.dueAt,
  ]);
  const coming = instants.filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : undefined;
}
