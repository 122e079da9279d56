import { type Anchor, anchorOf, type Setting } from './anchor.ts';
import type { Calendar } from './calendar.ts';
import type { Case } from './case.ts';
import { warnBefore } from './count.ts';
import type { Deadline } from './deadline.ts';
import type { CaseEvent } from './events.ts';
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
    ...fateOf(duty, setting),
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

/** Every deadline of a case, regime by regime in the policy's order, then the ombudsman's date. @throws CoverageError */
export function deadlinesOf(kase: Case, policy: Policy, calendar: Calendar): Deadline[] {
  const counted = countAll(kase, policy, calendar).map(({ deadline }) => deadline);
  return [...counted, ...ombudsmanDeadline(kase, policy.timeZone)];
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
