import type { AnchorKind } from './anchor-kinds.ts';
import type { Calendar } from './calendar.ts';
import { dayZero, endOf } from './count.ts';
import type { Deadline } from './deadline.ts';
import { addDays, type Instant, type LocalDate, localDateAt, weekdayOf } from './local-date.ts';
import type { Offset, OffsetUnit } from './offset.ts';
import type { Counting } from './policy.ts';

export type ReasonCode =
  | 'anchor'
  | 'anchor_projected'
  | 'anchor_rolled'
  | 'elapsed'
  | 'period'
  | 'extended'
  | 'counted'
  | 'weekend'
  | 'not_working'
  | 'holiday'
  | 'end_rolled'
  /** A date that somebody has set, so that there is nothing to count. */
  | 'set'
  | 'due';

/** One line of the explanation of a date. Turned into words by {@link reasonText}. */
export interface Reason {
  readonly code: ReasonCode;
  /** The civil date that the line is about, in the policy's zone. */
  readonly date: LocalDate;
  /** The instant, with `anchor`, `anchor_projected`, `set` and `due`. */
  readonly at?: Instant;
  /** What the deadline is counted from, with the anchors. */
  readonly event?: AnchorKind;
  /** The number of the day with `counted`, of hours with `elapsed`, of `unit` with `period` and `extended`. */
  readonly n?: number;
  readonly unit?: OffsetUnit;
  /** The old due date, with `extended`. */
  readonly from?: LocalDate;
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
  if (why.code === 'weekend') return { code: weekdayOf(date) >= 6 ? 'weekend' : 'not_working', date };
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

/** One stretch of the way to the due date: the period itself, or an extension of it. */
interface Stretch {
  readonly within: Offset;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The end of a period in days, weeks or months, and the days by which it was moved on. */
function civilPeriod({ within, from, until }: Stretch, calendar: Calendar): Reason[] {
  const end = endOf(from, within, calendar);
  const period: Reason = { code: 'period', date: end, n: within.amount, unit: within.unit };
  if (end >= until) return [period];
  const skipped: Reason[] = [];
  for (let date = end; date < until; date = addDays(date, 1)) {
    const reason = dayReason(date, calendar);
    if (reason) skipped.push(reason);
  }
  return [period, ...skipped, { code: 'end_rolled', date: until }];
}

function counted(stretch: Stretch, calendar: Calendar): Reason[] {
  const { within, from, until } = stretch;
  if (within.unit === 'hours') return [{ code: 'elapsed', date: until, n: within.amount }];
  return within.unit === 'working_days' ? workingDays(from, until, calendar) : civilPeriod(stretch, calendar);
}

/** Each extension with the old due date it begins from, and how it is counted on. */
function extended({ extensions = [], dueDate }: Deadline, calendar: Calendar): Reason[] {
  return extensions.flatMap(({ at, within, dueDate: from }, index): Reason[] => {
    const until = extensions[index + 1]?.dueDate ?? dueDate;
    const told = localDateAt(at, calendar.zone);
    return [
      { code: 'extended', date: told, at, n: within.amount, unit: within.unit, from },
      ...counted({ within, from, until }, calendar),
    ];
  });
}

/**
 * Why a deadline is due when it is, from its anchor to its due time. `counting` is the policy's; a deadline that
 * carries its own is explained by that. @throws CoverageError
 */
export function explain(deadline: Deadline, calendar: Calendar, counting: Counting): Reason[] {
  const { within, anchorAt, projected, after, extensions = [] } = deadline;
  const date = localDateAt(anchorAt, calendar.zone);
  const due: Reason = { code: 'due', date: deadline.dueDate, at: deadline.dueAt };
  if (after === 'noted') return [{ code: 'set', date, at: anchorAt, event: after }, due];
  const from = dayZero(anchorAt, within, calendar, deadline.counting ?? counting);
  const until = extensions[0]?.dueDate ?? deadline.dueDate;
  return [
    { code: projected ? 'anchor_projected' : 'anchor', date, at: anchorAt, event: after },
    ...(from === date ? [] : [{ code: 'anchor_rolled' as const, date: from }]),
    ...counted({ within, from, until }, calendar),
    ...extended(deadline, calendar),
    due,
  ];
}
