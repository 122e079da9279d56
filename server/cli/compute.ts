import { type Calendar, CoverageError } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import { type Deadline, deadlineState, openDeadlines } from '../../domain/deadline.ts';
import { deadlinesOf, refusedExtensions } from '../../domain/deadlines.ts';
import type { CaseEvent } from '../../domain/events.ts';
import { foldCase } from '../../domain/fold.ts';
import { type Instant, localDate, localDateAt } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { explain, type Reason } from '../../domain/reasons.ts';
import { UsageError } from '../command/usage-error.ts';
import { type CalendarSource, knownUntil } from '../policies/calendars.ts';
import type { DeadlinesArguments } from './deadlines-arguments.ts';
import { meantPolicy } from './meant-policy.ts';
import { readTime } from './read-time.ts';
import { checkEvents, checkExtensions } from './refused-events.ts';
import { caseEvents, receiptOf } from './told.ts';
import { readEvent, type TypedEvent } from './typed-event.ts';

/** The deadlines of a case that somebody made up or looks into. */
export interface Computed {
  readonly policy: Policy;
  readonly kase: Case;
  /** As of when the states are. */
  readonly now: Instant;
  readonly next: Deadline | undefined;
  readonly deadlines: readonly {
    readonly deadline: Deadline;
    readonly state: ReturnType<typeof deadlineState>;
    readonly reasons: readonly Reason[];
  }[];
}

export interface ComputeDeps {
  readonly policies: readonly Policy[];
  readonly calendarFrom: CalendarSource;
  /** The present, until which public holidays are known some years ahead. */
  readonly present: Instant;
}

type Asked = Pick<DeadlinesArguments, 'brandId' | 'formId' | 'events' | 'now' | 'flags' | 'channel'>;

/** Nothing is known of public holidays before. */
const KNOWN_FROM = localDate('1990-01-01');

interface Told {
  readonly policy: Policy;
  readonly typed: readonly TypedEvent[];
}

/** The policy is chosen by the receipt, whose time is read in the policy's zone. */
function read(asked: Asked, deps: ComputeDeps): Told {
  const readAll = ({ timeZone }: Policy): TypedEvent[] =>
    asked.events.map((text) => readEvent(text, timeZone));
  const first = meantPolicy(deps.policies, { ...asked, receivedAt: deps.present, now: deps.present });
  const typed = readAll(first);
  const policy = meantPolicy(deps.policies, { ...asked, receivedAt: receiptOf(typed).at, now: deps.present });
  return { policy, typed: policy.timeZone === first.timeZone ? typed : readAll(policy) };
}

/** @throws UsageError */
function nowOf({ now }: Asked, { policy, typed }: Told, present: Instant): Instant {
  const last = typed.reduce((latest, event) => (event.at > latest.at ? event : latest));
  if (now === undefined) return Math.max(present, last.at);
  const { at } = readTime(now, policy.timeZone, '--now');
  if (last.at > at)
    throw new UsageError(
      `${last.label} lies after --now ${now}: what has not happened yet can't count; check both`,
    );
  return at;
}

/** @throws UsageError */
function checkCovered({ policy, typed }: Told, present: Instant): void {
  const until = knownUntil(present, policy);
  for (const { label, at } of typed) {
    const date = localDateAt(at, policy.timeZone);
    if (date < KNOWN_FROM || date > until)
      throw new UsageError(
        `${label}: public holidays are known from ${KNOWN_FROM} to ${until} only: give a time in between`,
      );
  }
}

function caseOf(events: readonly CaseEvent[], policy: Policy): Case {
  const kase = foldCase(policy, events);
  if (!kase)
    throw new UsageError('Say when the complaint was received: --event received=2026-04-01T15:00+01:00');
  checkEvents(kase, policy.timeZone);
  return kase;
}

function count(kase: Case, policy: Policy, calendar: Calendar): Deadline[] {
  const deadlines = deadlinesOf(kase, policy, calendar);
  checkExtensions(kase, refusedExtensions(kase, policy, calendar), deadlines, policy.timeZone);
  return deadlines;
}

/** Applies the policy that holds to the events. @throws UsageError for whatever can't be, a date beyond coverage included */
export function compute(asked: Asked, deps: ComputeDeps): Computed {
  const told = read(asked, deps);
  const { policy, typed } = told;
  checkCovered(told, deps.present);
  const now = nowOf(asked, told, deps.present);
  const kase = caseOf(caseEvents(typed, policy, asked), policy);
  const calendar = deps.calendarFrom(policy, Math.min(...typed.map(({ at }) => at)), deps.present);
  try {
    const deadlines = count(kase, policy, calendar);
    return {
      policy,
      kase,
      now,
      next: openDeadlines(deadlines, now)[0],
      deadlines: deadlines.map((deadline) => ({
        deadline,
        state: deadlineState(deadline, now),
        reasons: explain(deadline, calendar, policy.counting),
      })),
    };
  } catch (cause) {
    if (!(cause instanceof CoverageError)) throw cause;
    const { from, until } = calendar.data;
    throw new UsageError(
      `a deadline of these events reaches ${cause.date}, but public holidays are known from ${from} to ${until} only: give earlier times`,
      { cause },
    );
  }
}
