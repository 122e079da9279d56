import type { AnchorKind } from './anchor-kinds.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import type { Offset } from './offset.ts';
import type { Duty, Policy, Regime } from './policy.ts';

/** The duty whose due date may lie furthest from the event that its chain begins with, and how far, in civil days. */
export interface Reach {
  readonly days: number;
  readonly regime: string;
  readonly duty: string;
}

/** Rolling over the longest run of days that don't count: Christmas, New Year and the weekends around them. */
const ROLL = 14;

/** Public holidays in a year, counted generously. */
const HOLIDAYS = 20;

/** The days for which the company is closed besides, all together. */
function closedDays({ closures }: Policy): number {
  return closures.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0);
}

/** As many civil days as an offset can take at the most. */
function civilDays({ amount, unit }: Offset, policy: Policy): number {
  switch (unit) {
    case 'hours':
      return Math.ceil(amount / 24) + 1;
    case 'days':
      return amount + ROLL;
    case 'weeks':
      return amount * 7 + ROLL;
    case 'months':
      return amount * 31 + ROLL;
    case 'working_days': {
      const weeks = Math.ceil(amount / policy.workingWeek.length);
      return weeks * 7 + Math.ceil(weeks / 52) * HOLIDAYS + ROLL + closedDays(policy);
    }
  }
}

/** The most that extensions add. Without an upper bound each is taken to be as long as the period, once or as often as allowed. */
function extensionDays({ extension, spans }: Duty, policy: Policy): number {
  if (!extension) return 0;
  if (extension.atMost) return civilDays(extension.atMost, policy);
  return (extension.times ?? 1) * Math.max(...spans.map(({ within }) => civilDays(within, policy)));
}

function reachesOf(regime: Regime, policy: Policy): Reach[] {
  const latest = new Map<AnchorKind, number>();
  return regime.duties.map((duty) => {
    // What no duty before is done by, such as an appeal, comes from outside and begins a chain of its own.
    const spans = duty.spans.map(({ after, within }) => (latest.get(after) ?? 0) + civilDays(within, policy));
    const days = Math.max(...spans) + extensionDays(duty, policy);
    for (const kind of duty.doneBy) latest.set(kind, Math.max(days, latest.get(kind) ?? 0));
    return { days, regime: regime.id, duty: duty.id };
  });
}

/** How far the longest chain of deadlines of a policy reaches, its extensions included, counted generously. */
export function longestReach(policy: Policy): Reach {
  const reaches = policy.regimes.flatMap((regime) => reachesOf(regime, policy));
  return reaches.reduce((longest, one) => (one.days > longest.days ? one : longest));
}

/** A calendar that ends within the longest chain of deadlines that may begin today. */
export interface Shortfall extends Reach {
  /** The last date that may be asked for. */
  readonly needed: LocalDate;
}

/** Whether a calendar that is known up to and with `until` is too short for a complaint of `today`. */
export function coverageShortfall(policy: Policy, today: LocalDate, until: LocalDate): Shortfall | undefined {
  const reach = longestReach(policy);
  const needed = addDays(today, reach.days);
  return needed > until ? { ...reach, needed } : undefined;
}
