import type { AnchorKind } from './anchor-kinds.ts';
import type { Calendar } from './calendar.ts';
import { type Case, firstOf, isOneOf } from './case.ts';
import { type Deadline, lastInTime } from './deadline.ts';
import type { Instant } from './local-date.ts';
import type { Counting, Duty, Regime } from './policy.ts';

/** What a period is counted from; `projected` while that has not happened. */
export interface Anchor {
  readonly at: Instant;
  readonly projected: boolean;
}

/** What a duty's deadline is worked out from. */
export interface Setting {
  readonly kase: Case;
  readonly regime: Regime;
  readonly calendar: Calendar;
  readonly counting: Counting;
  /** Whether that is not how the policy counts. */
  readonly countsOtherwise: boolean;
  readonly cap: Instant | undefined;
  /** The deadlines of the duties before it in the regime. */
  readonly before: readonly Deadline[];
}

function isDoneBy(duties: readonly Duty[], id: string, kind: AnchorKind): boolean {
  for (const duty of duties) if (duty.id === id && isOneOf(duty.doneBy, kind)) return true;
  return false;
}

/** Of the deadlines before it the last that the event fulfils. */
function lastDoneBy(kind: AnchorKind, { regime, before }: Setting): Deadline | undefined {
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const deadline = before[index];
    if (deadline && isDoneBy(regime.duties, deadline.duty, kind)) return deadline;
  }
  return undefined;
}

/**
 * What a period is counted from: the first event of its kind; while that has not happened, the latest moment at which
 * it may. Where a later message took the place of the duty before, that duty's due time stands in for the event.
 */
export function anchorOf(after: AnchorKind, setting: Setting): Anchor | undefined {
  const { kase } = setting;
  if (after === 'first_made') return { at: kase.firstMadeAt, projected: false };
  const event = firstOf(kase, after);
  const previous = lastDoneBy(after, setting);
  if (event && previous?.waived !== 'superseded') return { at: event.at, projected: false };
  if (!previous) return undefined;
  return {
    at: lastInTime(previous),
    projected: previous.waived === undefined && previous.doneAt === undefined,
  };
}
