import type { Calendar } from './calendar.ts';
import type { Case } from './case.ts';
import { type Due, dueWithin, extend } from './count.ts';
import { type Extension, isLate } from './deadline.ts';
import type { CaseEvent } from './events.ts';
import type { Instant } from './local-date.ts';
import { type Offset, readOffset } from './offset.ts';
import type { Counting, Duty, Regime } from './policy.ts';

/** Why a deadline is not moved although somebody said so. */
export type NotExtendedWhy =
  /** No deadline of the case is named so. */
  | 'unknown_duty'
  | 'hard_cap'
  | 'not_foreseen'
  | 'no_reason'
  | 'no_length'
  | 'too_late'
  | 'too_often'
  | 'too_long'
  | 'past_cap';

export interface RefusedExtension {
  readonly event: CaseEvent;
  readonly why: NotExtendedWhy;
}

export interface ExtendedDue {
  readonly due: Due;
  readonly extensions: readonly Extension[];
  readonly refused: readonly RefusedExtension[];
}

interface Period {
  readonly anchorAt: Instant;
  readonly within: Offset;
  readonly regime: Regime;
  readonly duty: Duty;
  readonly calendar: Calendar;
  readonly counting: Counting;
  /** The earliest hard cap of the case, which no extension may pass. */
  readonly cap?: Instant | undefined;
}

interface Sofar {
  readonly due: Due;
  readonly extensions: readonly Extension[];
}

function isMeant({ regime, duty }: CaseEvent, period: Period): boolean {
  return duty === period.duty.id && (regime === undefined || regime === period.regime.id);
}

/** The end of the period with the most that may be added to it. */
function latestEnd({ anchorAt, within, duty, calendar, counting }: Period): Instant | undefined {
  const most = duty.extension?.atMost;
  return most && extend(dueWithin(anchorAt, within, calendar, counting), most, calendar, counting).dueAt;
}

function refusal(
  event: CaseEvent,
  by: Offset | undefined,
  next: Due | undefined,
  sofar: Sofar,
  period: Period,
): NotExtendedWhy | undefined {
  const { regime, duty, within, cap } = period;
  const rule = duty.extension;
  if (regime.hardCap) return 'hard_cap';
  if (!rule) return 'not_foreseen';
  if (!event.reason) return 'no_reason';
  if (!by || !next) return 'no_length';
  if (isLate({ within, extensions: sofar.extensions, dueAt: sofar.due.dueAt }, event.at)) return 'too_late';
  if (sofar.extensions.length >= (rule.times ?? Number.POSITIVE_INFINITY)) return 'too_often';
  if (next.dueAt > (latestEnd(period) ?? Number.POSITIVE_INFINITY)) return 'too_long';
  return cap !== undefined && next.dueAt > cap ? 'past_cap' : undefined;
}

/**
 * The due time with its extensions: each added to the one before, with a reason, told before it has passed, as far and
 * as often as the policy allows and never past a hard cap. What is refused is kept apart with why. @throws CoverageError
 */
export function extendedDue(kase: Case, period: Period): ExtendedDue {
  const { anchorAt, within, calendar, counting } = period;
  let sofar: Sofar = { due: dueWithin(anchorAt, within, calendar, counting), extensions: [] };
  const refused: RefusedExtension[] = [];
  for (const event of kase.events) {
    if (event.kind !== 'extended' || !isMeant(event, period)) continue;
    const by = readOffset(event.within ?? '');
    const next = by && extend(sofar.due, by, calendar, counting);
    const why = refusal(event, by, next, sofar, period);
    if (why || !by || !next) refused.push({ event, why: why ?? 'no_length' });
    else sofar = { due: next, extensions: [...sofar.extensions, { at: event.at, within: by, ...sofar.due }] };
  }
  return { due: sofar.due, extensions: sofar.extensions, refused };
}
