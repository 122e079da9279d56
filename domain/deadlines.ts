import type { Calendar } from './calendar.ts';
import { type Case, firstOf } from './case.ts';
import { dueWithin, extend, warnBefore } from './count.ts';
import { type Deadline, isLate } from './deadline.ts';
import { type Instant, SECOND } from './local-date.ts';
import { readOffset } from './offset.ts';
import type { Counting, Duty, Policy, Regime } from './policy.ts';

/** The last instant that is in time. Zendesk's stamps have whole seconds, so a day ends a second before midnight. */
export function lastInTime({ within, dueAt }: Pick<Deadline, 'within' | 'dueAt'>): Instant {
  return within.unit === 'hours' ? dueAt : dueAt - SECOND;
}

interface Anchor {
  readonly at: Instant;
  readonly projected: boolean;
}

/**
 * What a duty is counted from: the first event of its kind; while that has not happened, the latest moment at which
 * it may. Where a later message took the place of the duty before, that duty's due time stands in for the event.
 */
function anchorOf(duty: Duty, kase: Case, regime: Regime, before: readonly Deadline[]): Anchor | undefined {
  const event = firstOf(kase, duty.after);
  const previous = before.find(({ duty: id }) =>
    regime.duties.some((one) => one.id === id && one.doneBy.includes(duty.after)),
  );
  if (event && previous?.waived !== 'superseded') return { at: event.at, projected: false };
  if (!previous) return undefined;
  return {
    at: lastInTime(previous),
    projected: previous.waived === undefined && previous.doneAt === undefined,
  };
}

function extensionsOf(kase: Case, duty: Duty): ReturnType<typeof readOffset>[] {
  return kase.events
    .filter((event) => event.kind === 'extended' && event.duty === duty.id)
    .map((event) => readOffset(event.within ?? ''));
}

/**
 * What became of the duty: done, taken over by a later stage's message, or ended with the case. What was taken over
 * stays so, even where its own message follows after all.
 */
function fate(duty: Duty, kase: Case, regime: Regime): Pick<Deadline, 'doneAt' | 'waived'> {
  const done = firstOf(kase, ...duty.doneBy);
  const later = regime.duties.slice(regime.duties.indexOf(duty) + 1);
  const overtaken = firstOf(kase, ...later.flatMap(({ doneBy }) => doneBy));
  if (overtaken && (!done || overtaken.at < done.at)) return { waived: 'superseded' };
  if (done) return { doneAt: done.at };
  if (kase.ended) return { waived: kase.ended };
  return kase.stage === 'closed' ? { waived: 'by_person' } : {};
}

interface Counted {
  readonly calendar: Calendar;
  readonly counting: Counting;
}

function deadlineOf(
  duty: Duty,
  regime: Regime,
  kase: Case,
  before: readonly Deadline[],
  { calendar, counting }: Counted,
): Deadline[] {
  const anchor = anchorOf(duty, kase, regime, before);
  if (!anchor) return [];
  const extensions = regime.hardCap ? [] : extensionsOf(kase, duty).filter((by) => by !== undefined);
  const due = extensions.reduce(
    (sofar, by) => extend(sofar, by, calendar, counting),
    dueWithin(anchor.at, duty.within, calendar, counting),
  );
  return [
    {
      regime: regime.id,
      duty: duty.id,
      after: duty.after,
      anchorAt: anchor.at,
      projected: anchor.projected,
      within: duty.within,
      ...due,
      warnAt: warnBefore(due, duty.warn, calendar),
      hardCap: regime.hardCap,
      ...fate(duty, kase, regime),
    },
  ];
}

function chainOf(regime: Regime, kase: Case, counted: Counted): Deadline[] {
  const chain: Deadline[] = [];
  for (const duty of regime.duties) chain.push(...deadlineOf(duty, regime, kase, chain, counted));
  return chain;
}

/** Every deadline of a case, regime by regime in the policy's order; none on a channel the policy refuses. @throws CoverageError */
export function deadlinesOf(kase: Case, policy: Policy, calendar: Calendar): Deadline[] {
  if (!kase.accepted) return [];
  return policy.regimes.flatMap((regime) => chainOf(regime, kase, { calendar, counting: policy.counting }));
}

/**
 * Projected deadlines as they stand now: while the duty before is overdue, its message can go out today at the
 * earliest, so what hangs on it is counted from now. @throws CoverageError
 */
export function projectNow(
  deadlines: readonly Deadline[],
  calendar: Calendar,
  counting: Counting,
  now: Instant,
): Deadline[] {
  const projected: Deadline[] = [];
  for (const deadline of deadlines) {
    const previous = projected.findLast((one) => one.regime === deadline.regime && !one.waived);
    if (!deadline.projected || !previous) projected.push(deadline);
    else {
      const overdue = !previous.projected && previous.doneAt === undefined && isLate(previous, now);
      const anchorAt = overdue ? now : lastInTime(previous);
      projected.push({ ...deadline, anchorAt, ...dueWithin(anchorAt, deadline.within, calendar, counting) });
    }
  }
  return projected;
}
