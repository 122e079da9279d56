import type { Calendar } from './calendar.ts';
import { dayZero, dueWithin } from './count.ts';
import type { Deadline } from './deadline.ts';
import type { EventKind } from './events.ts';
import { addDays, type Instant, type LocalDate, localDateAt } from './local-date.ts';
import type { Counting } from './policy.ts';

export type ReasonCode =
  | 'anchor'
  | 'anchor_projected'
  | 'anchor_rolled'
  | 'elapsed'
  | 'counted'
  | 'weekend'
  | 'holiday'
  | 'end_rolled'
  | 'due';

/** One line of the explanation of a date. Turned into words by {@link reasonText}. */
export interface Reason {
  readonly code: ReasonCode;
  /** The civil date that the line is about, in the policy's zone. */
  readonly date: LocalDate;
  /** The instant, with `anchor`, `anchor_projected` and `due`. */
  readonly at?: Instant;
  /** What the deadline is counted from, with the anchors. */
  readonly event?: EventKind;
  /** The number of the day with `counted`, of hours with `elapsed`. */
  readonly n?: number;
  /** The holiday or closure, with `holiday`. */
  readonly name?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly region?: string;
  /** In a union all the regions that have the day, where it is more than one. */
  readonly regions?: readonly string[];
}

function dayReason(date: LocalDate, calendar: Calendar): Reason | undefined {
  const why = calendar.whyNot(date);
  if (!why) return undefined;
  if (why.code === 'weekend') return { code: 'weekend', date };
  const { name, names, region, regions } = why.off;
  return {
    code: 'holiday',
    date,
    name,
    ...(names ? { names } : {}),
    region,
    ...(regions ? { regions } : {}),
  };
}

/** Every civil date after `from` up to and with `to`: counted with its number, or not counted and why. */
function workingDays(from: LocalDate, to: LocalDate, calendar: Calendar): Reason[] {
  const reasons: Reason[] = [];
  let n = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    reasons.push(dayReason(date, calendar) ?? { code: 'counted', date, n: ++n });
  }
  return reasons;
}

/** The days by which an end on a day that doesn't count was moved on. */
function rolledEnd(deadline: Deadline, calendar: Calendar, counting: Counting): Reason[] {
  const { dueDate: unrolled } = dueWithin(deadline.anchorAt, deadline.within, calendar, {
    ...counting,
    endOnNonWorkingDay: 'keep',
  });
  if (unrolled >= deadline.dueDate) return [];
  const skipped: Reason[] = [];
  for (let date = unrolled; date < deadline.dueDate; date = addDays(date, 1)) {
    const reason = dayReason(date, calendar);
    if (reason) skipped.push(reason);
  }
  return [...skipped, { code: 'end_rolled', date: deadline.dueDate }];
}

function counted(deadline: Deadline, zero: LocalDate, calendar: Calendar, counting: Counting): Reason[] {
  switch (deadline.within.unit) {
    case 'hours':
      return [{ code: 'elapsed', date: deadline.dueDate, n: deadline.within.amount }];
    case 'working_days':
      return workingDays(zero, deadline.dueDate, calendar);
    default:
      return rolledEnd(deadline, calendar, counting);
  }
}

/** Why a deadline is due when it is, from its anchor to its due time. @throws CoverageError */
export function explain(deadline: Deadline, calendar: Calendar, counting: Counting): Reason[] {
  const date = localDateAt(deadline.anchorAt, calendar.zone);
  const zero = dayZero(deadline.anchorAt, deadline.within, calendar, counting);
  return [
    {
      code: deadline.projected ? 'anchor_projected' : 'anchor',
      date,
      at: deadline.anchorAt,
      event: deadline.after,
    },
    ...(zero === date ? [] : [{ code: 'anchor_rolled' as const, date: zero }]),
    ...counted(deadline, zero, calendar, counting),
    { code: 'due', date: deadline.dueDate, at: deadline.dueAt },
  ];
}
