import { type Calendar, createCalendar } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import { MINUTE } from './local-date.ts';
import { type Move, newReasons } from './moves.ts';
import type { Policy } from './policy.ts';
import { explain } from './reasons.ts';
import type { ClockRecord } from './record.ts';

/** What is promised now, and what it is counted by. */
export interface Promises {
  readonly deadlines: readonly Deadline[];
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/** Zendesk's stamps are known to the second only once they are read back: as long as this apart is the same moment. */
const SAME_MOMENT = MINUTE;

const isPromise = ({ doneAt, waived, projected }: Deadline): boolean =>
  doneAt === undefined && waived === undefined && !projected;

/**
 * The same promise, counted from the same event and extended as often: if it is due at another time all the same, it
 * was moved by a holiday, by a change of the policy, or by a correction of the product.
 */
function isSamePromise(was: Deadline, is: Deadline): boolean {
  return (
    was.regime === is.regime &&
    was.duty === is.duty &&
    was.after === is.after &&
    Math.abs(was.anchorAt - is.anchorAt) < SAME_MOMENT &&
    (was.extensions?.length ?? 0) === (is.extensions?.length ?? 0) &&
    isPromise(was) &&
    isPromise(is)
  );
}

/** Apart from what the moment of its stamp has moved it by. */
function hasMoved(was: Deadline, is: Deadline): boolean {
  return Math.abs(is.dueAt - was.dueAt - (is.anchorAt - was.anchorAt)) >= SAME_MOMENT;
}

/**
 * Which promises on a ticket's clock record are due at another time by now, and why. Only what nothing on the ticket
 * itself has moved: no message, no correction, no extension.
 */
export function movedPromises(record: ClockRecord, now: Promises): Move[] {
  const before = createCalendar(record.calendar);
  const versions =
    record.policy.id === now.policy.id && record.policy.version !== now.policy.version
      ? { versions: [record.policy.version, now.policy.version] as const }
      : {};
  return now.deadlines.flatMap((is): Move[] => {
    const was = record.deadlines.find((one) => isSamePromise(one, is));
    if (!was || !hasMoved(was, is)) return [];
    const reasons = explain(was, before, record.counting);
    const because = newReasons(reasons, explain(is, now.calendar, now.policy.counting));
    const { regime, duty } = is;
    const [from, to] = [was, is].map(({ dueAt, dueDate }) => ({ dueAt, dueDate }));
    return [{ regime, duty, from: from ?? null, to: to ?? null, because, ...versions }];
  });
}
