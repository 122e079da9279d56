import type { Calendar } from './calendar.ts';
import type { Deadline } from './deadline.ts';
import { deadlinesOf } from './deadlines.ts';
import type { CaseEvent } from './events.ts';
import { foldCase } from './fold.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { Policy } from './policy.ts';
import { explain, type Reason, type ReasonCode } from './reasons.ts';

/** What deadlines are counted by. */
export interface Basis {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** A deadline that is due at another time than it was said to be. */
export interface Move {
  readonly regime: string;
  readonly duty: string;
  /** Null where the deadline is new, or is no more. */
  readonly from: { readonly dueAt: Instant; readonly dueDate: LocalDate } | null;
  readonly to: { readonly dueAt: Instant; readonly dueDate: LocalDate } | null;
  /** What of the new explanation the old one did not say: a holiday announced late, another length. */
  readonly because: readonly Reason[];
  /** Where the policy changed: its version before and after. */
  readonly versions?: readonly [before: string, after: string];
}

const keyOf = ({ regime, duty }: Deadline): string => `${regime}.${duty}`;
const dueOf = (deadline: Deadline | undefined): Move['from'] =>
  deadline ? { dueAt: deadline.dueAt, dueDate: deadline.dueDate } : null;

function reasonsOf(deadline: Deadline | undefined, { calendar, policy }: Basis): Reason[] {
  return deadline ? explain(deadline, calendar, policy.counting) : [];
}

const NOT_COUNTED: readonly ReasonCode[] = ['weekend', 'not_working', 'holiday'];
const lineOf = ({ code, date, n, unit }: Reason): string => JSON.stringify([code, date, n, unit]);

/**
 * What of the new explanation the old one did not say: a day that no longer counts, or counts again, another length.
 * Numbered days only follow from that; where nothing else is new, the last of them stands for the way.
 */
export function newReasons(before: readonly Reason[], after: readonly Reason[]): Reason[] {
  const known = new Set(before.map(lineOf));
  const freed = new Set(before.filter(({ code }) => NOT_COUNTED.includes(code)).map(({ date }) => date));
  const way = after.filter(({ code }) => code !== 'due');
  const fresh = way.filter((one) => (one.code === 'counted' ? freed.has(one.date) : !known.has(lineOf(one))));
  return fresh.length > 0 ? fresh : way.slice(-1);
}

/**
 * Which deadlines of a case move when a holiday is announced late or a policy changes: from when to when, and why.
 * Deadlines that are kept, waived or only projected are past moving, or no promise yet. @throws CoverageError
 */
export function movedDeadlines(events: readonly CaseEvent[], before: Basis, after: Basis): Move[] {
  const count = ({ policy, calendar }: Basis): Deadline[] => {
    const kase = foldCase(policy, events);
    return kase ? deadlinesOf(kase, policy, calendar) : [];
  };
  const isPromise = (one: Deadline): boolean =>
    one.doneAt === undefined && one.waived === undefined && !one.projected;
  const [old, fresh] = [count(before).filter(isPromise), count(after).filter(isPromise)];
  const keys = [...new Set([...old, ...fresh].map(keyOf))];
  const versions =
    before.policy.version === after.policy.version
      ? {}
      : { versions: [before.policy.version, after.policy.version] as const };
  return keys.flatMap((key): Move[] => {
    const [was, is] = [old, fresh].map((list) => list.find((one) => keyOf(one) === key));
    const [one] = [is, was].filter((found) => found !== undefined);
    if (!one || was?.dueAt === is?.dueAt) return [];
    const because = newReasons(reasonsOf(was, before), reasonsOf(is, after));
    return [{ regime: one.regime, duty: one.duty, from: dueOf(was), to: dueOf(is), because, ...versions }];
  });
}
