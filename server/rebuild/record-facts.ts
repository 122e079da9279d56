import type { Deadline } from '../../domain/deadline.ts';
import type { CaseEvent, EventKind } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { ClockRecord } from '../../domain/record.ts';
import type { WholeCase } from '../ledger/index.ts';

/** An event as far as a clock record tells of it: without its audit, its author and when it was recorded. */
export type RecordedFact = Omit<CaseEvent, 'recordedAt' | 'auditId' | 'authorId'>;

/** What is known of a case without its audits. */
export interface CaseFacts
  extends Pick<
    WholeCase['row'],
    'policyId' | 'policyVersion' | 'stage' | 'channel' | 'outcome' | 'closedAt'
  > {
  /** In order of time. */
  readonly events: readonly RecordedFact[];
  readonly deadlines: readonly Deadline[];
}

/** When a case was received, as its record says. */
export function receivedAt({ events }: Pick<ClockRecord, 'events'>): Instant | undefined {
  return events.find(({ kind }) => kind === 'received')?.at;
}

function firstMade({ deadlines, events, ...record }: ClockRecord): Pick<RecordedFact, 'firstMadeAt'> {
  const at = record.firstMadeAt ?? deadlines.find(({ after }) => after === 'first_made')?.anchorAt;
  return at === undefined || at === receivedAt({ events }) ? {} : { firstMadeAt: at };
}

/** Each extension with its duty, which a record keeps at the deadline. */
function extensionsOf({ regime, duty, extensions = [] }: Deadline): RecordedFact[] {
  return extensions.map(({ at, within: { amount, unit } }) => ({
    kind: 'extended',
    at,
    regime,
    duty,
    within: `${amount} ${unit.replace('_', ' ')}`,
    byHand: true,
    reason: 'as recorded',
  }));
}

/** What is only ever told by a person in so many words. */
const BY_HAND = new Set<EventKind>([
  'appealed',
  'deadlock',
  'referred',
  'decided',
  'withdrawn',
  'not_a_complaint',
  'exception',
]);

function eventsOf(record: ClockRecord): RecordedFact[] {
  const { channel, outcome, flags, notes = [] } = record;
  const told = record.events
    .filter(({ kind }) => kind !== 'extended')
    .map(({ kind, at }): RecordedFact => {
      if (kind === 'received')
        return { kind, at, channel, ...firstMade(record), ...(flags ? { flags } : {}) };
      const byHand = BY_HAND.has(kind) ? { byHand: true as const } : {};
      return { kind, at, ...byHand, ...(kind === 'responded' && outcome ? { outcome } : {}) };
    });
  const noted = notes.map((note): RecordedFact => ({ kind: 'noted', byHand: true, ...note }));
  return [...told, ...noted, ...record.deadlines.flatMap(extensionsOf)].sort((a, b) => a.at - b.at);
}

function overSince({ stage, events }: ClockRecord): Instant | null {
  if (stage !== 'closed' && stage !== 'ended') return null;
  const over = events.findLast(({ kind }) => ['closed', 'withdrawn', 'not_a_complaint'].includes(kind));
  return over?.at ?? null;
}

/**
 * What a clock record tells of a case. It keeps the first event of a kind, of closing and reopening the last, and the
 * extensions and noted facts that count; refused events and what was corrected are not in it.
 */
export function factsOf(record: ClockRecord): CaseFacts {
  const { policy, stage, channel, outcome, deadlines } = record;
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    stage,
    channel,
    outcome: outcome ?? null,
    closedAt: overSince(record),
    events: eventsOf(record),
    deadlines,
  };
}
