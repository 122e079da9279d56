import type { Calendar } from './calendar.ts';
import { type Case, firstOf } from './case.ts';
import { type Deadline, lastInTime } from './deadline.ts';
import type { Instant } from './local-date.ts';
import type { Counting, Regime, Span } from './policy.ts';

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
  readonly cap: Instant | undefined;
  /** The deadlines of the duties before it in the regime. */
  readonly before: readonly Deadline[];
}

/**
 * What a period is counted from: the first event of its kind; while that has not happened, the latest moment at which
 * it may. Where a later message took the place of the duty before, that duty's due time stands in for the event.
 */
export function anchorOf(after: Span['after'], { kase, regime, before }: Setting): Anchor | undefined {
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
