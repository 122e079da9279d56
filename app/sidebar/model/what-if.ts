import type { Calendar } from '../../../domain/calendar.ts';
import type { Case, RefusedWhy } from '../../../domain/case.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import { deadlinesOf, refusedExtensions } from '../../../domain/deadlines.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import type { NotExtendedWhy } from '../../../domain/extensions.ts';
import { foldCase } from '../../../domain/fold.ts';
import type { Instant } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { ClockRecord } from '../../../domain/record.ts';

/** By what a case is counted. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** What a case would be with these events. */
export interface WhatIf {
  readonly kase: Case;
  readonly deadlines: readonly Deadline[];
}

/** The audit of an event that is only being thought of. */
const THOUGHT_OF = Number.MAX_SAFE_INTEGER;

/** An event as it would be recorded now. */
export function thoughtOf(event: Partial<CaseEvent> & Pick<CaseEvent, 'kind'>, now: Instant): CaseEvent {
  return { at: now, recordedAt: now, auditId: THOUGHT_OF, byHand: true, ...event };
}

/**
 * The events of a case as far as its record tells of them: enough to count its deadlines again. Who did what, and by
 * which audit, is not in it.
 */
export function eventsOf(record: ClockRecord): CaseEvent[] {
  const told = record.events
    .filter(({ kind }) => kind !== 'extended' && kind !== 'noted')
    .map(({ kind, at }, index): CaseEvent => ({ kind, at, recordedAt: at, auditId: index }));
  const noted = (record.notes ?? []).map(
    (note, index): CaseEvent => ({
      kind: 'noted',
      recordedAt: note.at,
      auditId: told.length + index,
      ...note,
    }),
  );
  const extended = record.deadlines.flatMap(({ regime, duty, extensions = [] }) =>
    extensions.map(({ at, within: { amount, unit } }, index): CaseEvent => {
      const within = `${amount} ${unit.replace('_', ' ')}`;
      const event = { kind: 'extended', regime, duty, within, reason: 'as recorded' } as const;
      return { ...event, at, recordedAt: at, auditId: told.length + noted.length + index };
    }),
  );
  const { channel, firstMadeAt, flags } = record;
  return [...told, ...noted, ...extended].map((event) =>
    event.kind === 'received'
      ? {
          ...event,
          channel,
          ...(firstMadeAt === undefined ? {} : { firstMadeAt }),
          ...(flags ? { flags } : {}),
        }
      : event,
  );
}

/** Counts a case anew; undefined where the events make none. @throws CoverageError */
export function whatIf(events: readonly CaseEvent[], { policy, calendar }: Rules): WhatIf | undefined {
  const kase = foldCase(policy, events);
  return kase && { kase, deadlines: deadlinesOf(kase, policy, calendar) };
}

/** Why the event that is being thought of would not count; undefined where it would. @throws CoverageError */
export function refusalOf(
  events: readonly CaseEvent[],
  { policy, calendar }: Rules,
): RefusedWhy | NotExtendedWhy | undefined {
  const kase = foldCase(policy, events);
  if (!kase) return undefined;
  const mine = ({ event }: { event: CaseEvent }): boolean => event.auditId === THOUGHT_OF;
  return kase.refused.find(mine)?.why ?? refusedExtensions(kase, policy, calendar).find(mine)?.why;
}

/** A date that another event would move. */
export interface Move {
  readonly before?: Deadline;
  readonly after?: Deadline;
}

const same = (a: Deadline, b: Deadline): boolean =>
  a.dueAt === b.dueAt && a.waived === b.waived && (a.doneAt === undefined) === (b.doneAt === undefined);

/**
 * The deadlines that are not the same before and after: moved, gone or new. A duty that another regime takes over, as
 * with a rule that changed on a day, has moved.
 */
export function movesBetween(before: readonly Deadline[], after: readonly Deadline[]): Move[] {
  const partner = (one: Deadline, others: readonly Deadline[]): Deadline | undefined => {
    const named = others.filter(({ duty }) => duty === one.duty);
    return named.find(({ regime }) => regime === one.regime) ?? (named.length === 1 ? named[0] : undefined);
  };
  const moved = after.flatMap((now): Move[] => {
    const old = partner(now, before);
    if (!old) return [{ after: now }];
    return same(old, now) ? [] : [{ before: old, after: now }];
  });
  const gone = before.filter((old) => !partner(old, after)).map((old): Move => ({ before: old }));
  return [...moved, ...gone];
}
