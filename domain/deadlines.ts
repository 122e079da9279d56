import { type Anchor, anchorOf, type Setting } from './anchor.ts';
import type { Calendar } from './calendar.ts';
import type { Case } from './case.ts';
import { warnBefore } from './count.ts';
import type { Deadline } from './deadline.ts';
import type { CaseEvent, EventKind } from './events.ts';
import { type ExtendedDue, extendedDue, type RefusedExtension } from './extensions.ts';
import { fateOf } from './fate.ts';
import { regimesInForce } from './in-force.ts';
import type { Instant } from './local-date.ts';
import { ombudsmanDeadline } from './ombudsman-date.ts';
import type { Duty, Policy, Regime, Span } from './policy.ts';

interface Period extends ExtendedDue {
  readonly span: Span;
  readonly anchor: Anchor;
}

/** Of a duty's periods the one that ends first; undefined where none can be counted yet. */
function periodOf(duty: Duty, setting: Setting): Period | undefined {
  const { kase, regime, calendar, counting, cap } = setting;
  let earliest: Period | undefined;
  for (const span of duty.spans) {
    const anchor = anchorOf(span.after, setting);
    if (!anchor) continue;
    const counted = { anchorAt: anchor.at, within: span.within, regime, duty, calendar, counting, cap };
    const { due, extensions, refused } = extendedDue(kase, counted);
    if (!earliest || due.dueAt < earliest.due.dueAt) earliest = { span, anchor, due, extensions, refused };
  }
  return earliest;
}

/** Built up property by property: to put each together from parts took a good part of a case's time. */
type Building = { -readonly [Key in keyof Deadline]: Deadline[Key] };

function deadlineOf(duty: Duty, doneBy: EventKind, period: Period, setting: Setting): Deadline {
  const { span, anchor, due, extensions } = period;
  const { regime, calendar, counting } = setting;
  const deadline: Building = {
    regime: regime.id,
    duty: duty.id,
    doneBy,
    after: span.after,
    anchorAt: anchor.at,
    projected: anchor.projected,
    within: span.within,
    dueAt: due.dueAt,
    dueDate: due.dueDate,
    warnAt: warnBefore(due, duty.warn, calendar),
    hardCap: regime.hardCap,
  };
  if (setting.countsOtherwise) deadline.counting = counting;
  if (extensions.length > 0) deadline.extensions = extensions;
  const { doneAt, waived } = fateOf(duty, setting);
  if (doneAt !== undefined) deadline.doneAt = doneAt;
  if (waived !== undefined) deadline.waived = waived;
  return deadline;
}

interface Counted {
  readonly deadlines: readonly Deadline[];
  readonly refused: readonly RefusedExtension[];
}

/** @param deadlines where they are put one by one, so that each duty finds those `before` it in the setting */
function countRegime(setting: Setting, deadlines: Deadline[]): Counted {
  const refused: RefusedExtension[] = [];
  for (const duty of setting.regime.duties) {
    const period = periodOf(duty, setting);
    const doneBy = duty.doneBy[0];
    if (!period || !doneBy) continue;
    deadlines.push(deadlineOf(duty, doneBy, period, setting));
    for (const one of period.refused) refused.push(one);
  }
  return { deadlines, refused };
}

/** The regimes in the policy's order, hard caps worked out first, because no extension may pass them. */
function countAll(kase: Case, policy: Policy, calendar: Calendar): Counted[] {
  const regimes = regimesInForce(policy, kase);
  const count = (regime: Regime, cap?: Instant): Counted => {
    const countsOtherwise = Object.keys(regime.counting).length > 0;
    const counting = countsOtherwise ? { ...policy.counting, ...regime.counting } : policy.counting;
    const before: Deadline[] = [];
    return countRegime({ kase, regime, calendar, counting, countsOtherwise, cap, before }, before);
  };
  const capped = regimes.map((regime) => (regime.hardCap ? count(regime) : undefined));
  let cap: Instant | undefined;
  for (const one of capped) for (const { dueAt } of one?.deadlines ?? []) cap = Math.min(cap ?? dueAt, dueAt);
  return regimes.map((regime, index) => capped[index] ?? count(regime, cap));
}

/** Every deadline of a case, regime by regime in the policy's order, then the ombudsman's date. @throws CoverageError */
export function deadlinesOf(kase: Case, policy: Policy, calendar: Calendar): Deadline[] {
  const all: Deadline[] = [];
  for (const { deadlines } of countAll(kase, policy, calendar)) for (const one of deadlines) all.push(one);
  for (const one of ombudsmanDeadline(kase, policy.timeZone)) all.push(one);
  return all;
}

/** The extensions of a case that do not count, with why. @throws CoverageError */
export function refusedExtensions(kase: Case, policy: Policy, calendar: Calendar): RefusedExtension[] {
  const counted = countAll(kase, policy, calendar);
  const deadlines = counted.flatMap((one) => one.deadlines);
  const known = ({ regime, duty }: CaseEvent): boolean =>
    deadlines.some((one) => one.duty === duty && (regime === undefined || one.regime === regime));
  const unknown = kase.events.filter((event) => event.kind === 'extended' && !known(event));
  return [
    ...unknown.map((event): RefusedExtension => ({ event, why: 'unknown_duty' })),
    ...counted.flatMap(({ refused }) => refused),
  ];
}
