import type { AnchorKind } from './anchor-kinds.ts';
import type { EventKind } from './events.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { Offset } from './offset.ts';
import type { Counting } from './policy-parts.ts';

/**
 * Why nobody has to keep a deadline: a later stage's message took its place, the case ended, a person closed it with
 * the duty open, or it was settled and this duty ends with that.
 */
export type WaivedWhy = 'superseded' | 'withdrawn' | 'not_a_complaint' | 'by_person' | 'closed';

/** A period that was made longer; `dueDate` and `dueAt` are the old ones. */
export interface Extension {
  /** When the customer was told. */
  readonly at: Instant;
  readonly within: Offset;
  readonly dueAt: Instant;
  readonly dueDate: LocalDate;
}

/** A duty applied to a case: where it is counted from, when it is due, and what has become of it. */
export interface Deadline {
  readonly regime: string;
  readonly duty: string;
  /** The message that keeps it. */
  readonly doneBy: EventKind;
  /** The event it is counted from, and when that happened, or may happen at the latest where `projected`. */
  readonly after: AnchorKind;
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
  /** What it is counted by, where that is not how the policy counts. */
  readonly counting?: Counting;
  readonly extensions?: readonly Extension[];
  readonly doneAt?: Instant;
  readonly waived?: WaivedWhy;
}

export type DeadlineState = 'projected' | 'running' | 'due_soon' | 'overdue' | 'met' | 'met_late' | 'waived';

/** Whether the due time is the last instant in time, as with hours, or the first that is late, as with days. */
function endsWithInstant({ within, extensions = [] }: Pick<Deadline, 'within' | 'extensions'>): boolean {
  return [within, ...extensions.map((extension) => extension.within)].every(({ unit }) => unit === 'hours');
}

type Dated = Pick<Deadline, 'within' | 'dueAt' | 'extensions'>;

/** Hours end with their last instant; a day ends where the next one begins, so that instant is late. */
export function isLate(deadline: Dated, at: Instant): boolean {
  return endsWithInstant(deadline) ? at > deadline.dueAt : at >= deadline.dueAt;
}

/** The last instant that is in time. Zendesk's stamps have whole seconds, so a day ends a second before midnight. */
export function lastInTime(deadline: Dated): Instant {
  return endsWithInstant(deadline) ? deadline.dueAt : deadline.dueAt - 1000;
}

/** What a deadline is to whoever looks at it at `now`. */
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
    endsWithInstant(deadline) ? deadline.dueAt + 1 : deadline.dueAt,
  ]);
  const coming = instants.filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : undefined;
}
