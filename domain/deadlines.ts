import type { Calendar } from './calendar.ts';
import { type Case, firstOf } from './case.ts';
import { dueWithin, extend, warnBefore } from './count.ts';
import { type Deadline, type Extension, isLate, lastInTime } from './deadline.ts';
import type { CaseEvent } from './events.ts';
import { type ExtendedDue, extendedDue, type RefusedExtension } from './extensions.ts';
import { regimesInForce } from './in-force.ts';
import type { Instant } from './local-date.ts';
import type { Counting, Duty, Policy, Regime, Span } from './policy.ts';

interface Anchor {
  readonly at: Instant;
  readonly projected: boolean;
}

/** What a duty's deadline is worked out from. */
interface Setting {
  readonly kase: Case;
  readonly regime: Regime;
  readonly calendar: Calendar;
  readonly counting: Counting;
  readonly cap: Instant | undefined;
  /** The deadlines of the duties before it in the regime. */
  readonly before: readonly Deadline[];
}

/**
 * What a period is counted from: the first event of its kind; while that has not happened, the latest moment at which
 * it may. Where a later message took the place of the duty before, that duty's due time stands in for the event.
 */
function anchorOf(after: Span['after'], { kase, regime, before }: Setting): Anchor | undefined {
  if (after === 'first_made') return { at: kase.firstMadeAt, projected: false };
  const event = firstOf(kase, after);
  const previous = before.findLast(({ duty: id }) =>
    regime.duties.some((one) => one.id === id && one.doneBy.includes(after)),
  );
  if (event && previous?.waived !== 'superseded') return { at: event.at, projected: false };
  if (!previous) return undefined;
  return {
    at: lastInTime(previous),
    projected: previous.waived === undefined && previous.doneAt === undefined,
  };
}

/**
 * What became of the duty: done, taken over by a later stage's message, or ended with the case. What was taken over
 * stays so, even where its own message follows after all.
 */
function fate(duty: Duty, { kase, regime }: Setting): Pick<Deadline, 'doneAt' | 'waived'> {
  const done = firstOf(kase, ...duty.doneBy);
  const later = regime.duties.slice(regime.duties.indexOf(duty) + 1);
  const overtaken = firstOf(kase, ...later.flatMap(({ doneBy }) => doneBy));
  if (overtaken && (!done || overtaken.at < done.at)) return { waived: 'superseded' };
  if (done) return { doneAt: done.at };
  if (kase.ended) return { waived: kase.ended };
  if (kase.stage !== 'closed') return {};
  return { waived: duty.blocksClosing ? 'by_person' : 'closed' };
}

interface Period extends ExtendedDue {
  readonly span: Span;
  readonly anchor: Anchor;
}

/** Of a duty's periods the one that ends first; undefined where none can be counted yet. */
function periodOf(duty: Duty, setting: Setting): Period | undefined {
  const periods = duty.spans.flatMap((span): Period[] => {
    const anchor = anchorOf(span.after, setting);
    if (!anchor) return [];
    return [
      {
        span,
        anchor,
        ...extendedDue(setting.kase, { ...setting, duty, anchorAt: anchor.at, within: span.within }),
      },
    ];
  });
  return periods.sort((a, b) => a.due.dueAt - b.due.dueAt)[0];
}

interface Counted {
  readonly deadline: Deadline;
  readonly refused: readonly RefusedExtension[];
}

function countDuty(duty: Duty, setting: Setting): Counted | undefined {
  const period = periodOf(duty, setting);
  const [doneBy] = duty.doneBy;
  if (!period || !doneBy) return undefined;
  const { span, anchor, due, extensions, refused } = period;
  const { regime, calendar, counting } = setting;
  const deadline: Deadline = {
    regime: regime.id,
    duty: duty.id,
    doneBy,
    after: span.after,
    anchorAt: anchor.at,
    projected: anchor.projected,
    within: span.within,
    ...due,
    warnAt: warnBefore(due, duty.warn, calendar),
    hardCap: regime.hardCap,
    ...(Object.keys(regime.counting).length > 0 ? { counting } : {}),
    ...(extensions.length > 0 ? { extensions } : {}),
    ...fate(duty, setting),
  };
  return { deadline, refused };
}

function countRegime(setting: Omit<Setting, 'before'>): Counted[] {
  const counted: Counted[] = [];
  for (const duty of setting.regime.duties) {
    const one = countDuty(duty, { ...setting, before: counted.map(({ deadline }) => deadline) });
    if (one) counted.push(one);
  }
  return counted;
}

/** The regimes in the policy's order, hard caps worked out first, because no extension may pass them. */
function countAll(kase: Case, policy: Policy, calendar: Calendar): Counted[] {
  const regimes = regimesInForce(policy, kase);
  const count = (regime: Regime, cap?: Instant): Counted[] =>
    countRegime({ kase, regime, calendar, counting: { ...policy.counting, ...regime.counting }, cap });
  const caps = new Map(regimes.filter(({ hardCap }) => hardCap).map((regime) => [regime.id, count(regime)]));
  const capAts = [...caps.values()].flat().map(({ deadline }) => deadline.dueAt);
  const cap = capAts.length > 0 ? Math.min(...capAts) : undefined;
  return regimes.flatMap((regime) => caps.get(regime.id) ?? count(regime, cap));
}

/** Every deadline of a case, regime by regime in the policy's order. @throws CoverageError */
export function deadlinesOf(kase: Case, policy: Policy, calendar: Calendar): Deadline[] {
  return countAll(kase, policy, calendar).map(({ deadline }) => deadline);
}

/** The extensions of a case that do not count, with why. @throws CoverageError */
export function refusedExtensions(kase: Case, policy: Policy, calendar: Calendar): RefusedExtension[] {
  const counted = countAll(kase, policy, calendar);
  const known = ({ regime, duty }: CaseEvent): boolean =>
    counted.some(
      ({ deadline }) => deadline.duty === duty && (regime === undefined || deadline.regime === regime),
    );
  const unknown = kase.events.filter((event) => event.kind === 'extended' && !known(event));
  return [
    ...unknown.map((event): RefusedExtension => ({ event, why: 'unknown_duty' })),
    ...counted.flatMap(({ refused }) => refused),
  ];
}

/** The deadline that a projected one hangs on: of its regime the last one before it whose message it waits for. */
function precursor(deadline: Deadline, before: readonly Deadline[]): Deadline | undefined {
  return before.findLast(({ regime, doneBy }) => regime === deadline.regime && doneBy === deadline.after);
}

/** A projected deadline counted from another moment, with the extensions that it has been given already. */
function countedFrom(
  anchorAt: Instant,
  deadline: Deadline,
  calendar: Calendar,
  counting: Counting,
): Deadline {
  let due = dueWithin(anchorAt, deadline.within, calendar, counting);
  const extensions = deadline.extensions?.map((extension): Extension => {
    const from = due;
    due = extend(from, extension.within, calendar, counting);
    return { ...extension, ...from };
  });
  const warnAt = deadline.warnAt + (due.dueAt - deadline.dueAt);
  return { ...deadline, anchorAt, ...due, warnAt, ...(extensions ? { extensions } : {}) };
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
    const previous = deadline.projected ? precursor(deadline, projected) : undefined;
    if (!previous) {
      projected.push(deadline);
      continue;
    }
    const overdue = !previous.projected && previous.doneAt === undefined && isLate(previous, now);
    const anchorAt = overdue ? now : lastInTime(previous);
    projected.push(countedFrom(anchorAt, deadline, calendar, deadline.counting ?? counting));
  }
  return projected;
}
