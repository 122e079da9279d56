import type { RefusedWhy } from './case.ts';
import type { CaseEvent, EventKind } from './events.ts';
import { type Instant, SECOND } from './local-date.ts';
import type { NotedTopic } from './noted-topics.ts';

/** How far a case has come when an event is told. */
export interface Sofar {
  readonly received: CaseEvent;
  readonly kinds: ReadonlySet<EventKind>;
  readonly ended?: 'withdrawn' | 'not_a_complaint';
  readonly closed: boolean;
  readonly solvedAt?: Instant;
}

const NEEDS: Readonly<Partial<Record<EventKind, readonly [EventKind, RefusedWhy]>>> = {
  appealed: ['responded', 'not_responded'],
  appeal_acknowledged: ['appealed', 'not_appealed'],
  appeal_responded: ['appealed', 'not_appealed'],
  decided: ['referred', 'not_referred'],
};

/** Facts that only mean something while the case is with the ombudsman; all others can be noted at any time. */
const OF_OMBUDSMAN: readonly (NotedTopic | undefined)[] = ['ombudsman_date', 'case_file_sent'];

function needOf({ kind, topic }: CaseEvent): readonly [EventKind, RefusedWhy] | undefined {
  if (kind === 'noted') return OF_OMBUDSMAN.includes(topic) ? ['referred', 'not_referred'] : undefined;
  return NEEDS[kind];
}

/** Whether it is said to have happened after it was recorded or corrected; Zendesk stamps both with whole seconds. */
export function isInFuture({ at, recordedAt, correctedAt = recordedAt }: CaseEvent): boolean {
  return at >= Math.max(recordedAt, correctedAt) + SECOND;
}

/** Which events are allowed when: the reason an event can't be at this point, or undefined. */
export function refusal(sofar: Sofar, event: CaseEvent): RefusedWhy | undefined {
  const { kind, topic } = event;
  const { kinds, received, ended, closed, solvedAt } = sofar;
  const isPlainFact = kind === 'noted' && !OF_OMBUDSMAN.includes(topic);
  if (kind === 'received') return 'already_received';
  if (event.flawed) return event.flawed;
  // A consent, say, may have been given before the complaint.
  if (event.at < received.at && !isPlainFact) return 'before_receipt';
  if (isInFuture(event)) return 'in_future';
  if (isPlainFact) return undefined;
  if (ended && kind !== 'reopened' && kind !== 'closed') return 'case_ended';
  if (kind === 'reopened' && solvedAt === undefined && !closed && !ended) return 'not_closed';
  const needs = needOf(event);
  return needs && !kinds.has(needs[0]) ? needs[1] : undefined;
}
