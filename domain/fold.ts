import type { Case, RefusedEvent, RefusedWhy } from './case.ts';
import type { CaseEvent, EventKind } from './events.ts';
import { regimesInForce, type Standing } from './in-force.ts';
import { type Instant, SECOND } from './local-date.ts';
import { owesAnything } from './owed.ts';
import type { Policy } from './policy.ts';
import type { Stage } from './stage.ts';

/** Within one audit the receipt comes before what answers it, and an answer before the closing. */
const RANK: Readonly<Partial<Record<EventKind, number>>> = {
  received: 0,
  exception: 1,
  reopened: 2,
  closed: 9,
};
const rank = (event: CaseEvent): number => RANK[event.kind] ?? 5;

function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  return [...events].sort((a, b) => a.at - b.at || a.auditId - b.auditId || rank(a) - rank(b));
}

/** Working state of the fold. */
interface Fold {
  readonly policy: Policy;
  readonly received: CaseEvent;
  readonly events: CaseEvent[];
  readonly kinds: Set<EventKind>;
  ended?: 'withdrawn' | 'not_a_complaint';
  closed: boolean;
  /** Since when the ticket is solved, whether or not that closes the case. */
  solvedAt?: Instant;
}

/** By what the case is judged, as far as its events tell by now. */
function standingOf({ policy, received, events, kinds }: Fold): Standing {
  const channel = channelOf(policy, received);
  const flags = [...new Set(events.flatMap((event) => event.flags ?? []))];
  const { accepted = true, exceptions = [] } = policy.channels[channel] ?? {};
  return {
    channel,
    flags,
    accepted: accepted || kinds.has('exception') || exceptions.some((flag) => flags.includes(flag)),
    firstMadeAt: Math.min(received.firstMadeAt ?? received.at, received.at),
  };
}

/** What keeps a case open until it is answered, whether or not the policy sets a time for it. */
const ANSWERED_BY: readonly (readonly [EventKind, EventKind])[] = [
  ['appealed', 'appeal_responded'],
  ['deadlock', 'adr_letter_sent'],
  ['referred', 'decided'],
];

function hasOpenDuty(fold: Fold): boolean {
  const { policy, kinds } = fold;
  if (ANSWERED_BY.some(([asked, answer]) => kinds.has(asked) && !kinds.has(answer))) return true;
  return regimesInForce(policy, standingOf(fold)).some(({ duties }) => owesAnything(duties, kinds));
}

/** A channel that the policy doesn't name counts as `other`. */
function channelOf(policy: Policy, received: CaseEvent): string {
  const { channel } = received;
  return channel !== undefined && Object.hasOwn(policy.channels, channel) ? channel : 'other';
}

const NEEDS: Readonly<Partial<Record<EventKind, readonly [EventKind, RefusedWhy]>>> = {
  appealed: ['responded', 'not_responded'],
  appeal_acknowledged: ['appealed', 'not_appealed'],
  appeal_responded: ['appealed', 'not_appealed'],
  decided: ['referred', 'not_referred'],
};

/** Which events are allowed when: the reason an event can't be at this point, or undefined. */
function refusal(fold: Fold, event: CaseEvent): RefusedWhy | undefined {
  if (event.kind === 'received') return 'already_received';
  if (event.flawed) return event.flawed;
  if (event.at < fold.received.at) return 'before_receipt';
  if (isInFuture(event)) return 'in_future';
  if (fold.ended && event.kind !== 'reopened' && event.kind !== 'closed') return 'case_ended';
  if (event.kind === 'reopened' && fold.solvedAt === undefined && !fold.closed && !fold.ended)
    return 'not_closed';
  const needs = NEEDS[event.kind];
  return needs && !fold.kinds.has(needs[0]) ? needs[1] : undefined;
}

/** A ticket that is solved closes the case with the last duty, be that before or after the solving. */
function closeIfSettled(fold: Fold, event: CaseEvent): void {
  if (fold.solvedAt === undefined || fold.closed || (!fold.ended && hasOpenDuty(fold))) return;
  fold.events.push({ ...event, kind: 'closed' });
  fold.closed = true;
}

/** Leaving solved reopens a closed case. What ended as withdrawn or as no complaint only a person brings back. */
function reopen(fold: Fold, event: CaseEvent): void {
  if (fold.closed) fold.events.push(event);
  fold.closed = false;
  delete fold.solvedAt;
  if (event.byHand) delete fold.ended;
}

function add(fold: Fold, event: CaseEvent): void {
  fold.events.push(event);
  fold.kinds.add(event.kind);
  if (event.kind === 'closed') fold.closed = true;
  // Also on a ticket that stays solved: the case goes on.
  if (ANSWERED_BY.some(([asked]) => asked === event.kind)) fold.closed = false;
  if (event.kind === 'withdrawn' || event.kind === 'not_a_complaint') fold.ended = event.kind;
}

/** After an appeal, an acknowledgement or a response is that of the appeal. */
const OF_APPEAL: Readonly<Partial<Record<EventKind, EventKind>>> = {
  acknowledged: 'appeal_acknowledged',
  responded: 'appeal_responded',
};

function inStage({ kinds }: Fold, event: CaseEvent): CaseEvent {
  const appealOpen = kinds.has('appealed') && !kinds.has('appeal_responded');
  return { ...event, kind: (appealOpen ? OF_APPEAL[event.kind] : undefined) ?? event.kind };
}

function apply(fold: Fold, told: CaseEvent): void {
  const event = inStage(fold, told);
  // An update before any acknowledgement is the acknowledgement too.
  if (event.kind === 'updated' && !fold.kinds.has('acknowledged'))
    add(fold, { ...event, kind: 'acknowledged' });
  if (event.kind === 'reopened') reopen(fold, event);
  else if (event.kind === 'closed' && !event.byHand) fold.solvedAt = event.at;
  else add(fold, event);
  closeIfSettled(fold, event);
}

function stageOf(fold: Fold, accepted: boolean): Stage {
  const { kinds } = fold;
  if (fold.ended) return 'ended';
  if (fold.closed) return 'closed';
  if (!accepted) return 'refused';
  if (kinds.has('referred') && !kinds.has('decided')) return 'referred';
  if (kinds.has('appealed') && !kinds.has('appeal_responded')) return 'appealed';
  for (const kind of ['responded', 'updated', 'acknowledged'] as const) if (kinds.has(kind)) return kind;
  return 'received';
}

/** Whether it is said to have happened after it was recorded or corrected; Zendesk stamps both with whole seconds. */
const isInFuture = ({ at, recordedAt, correctedAt = recordedAt }: CaseEvent): boolean =>
  at >= Math.max(recordedAt, correctedAt) + SECOND;

/** A receipt in the future is refused and the moment of recording taken, so that no clock stands still for it. */
function receipt(event: CaseEvent): { received: CaseEvent; refused: RefusedEvent[] } {
  if (!isInFuture(event)) return { received: event, refused: [] };
  return { received: { ...event, at: event.recordedAt }, refused: [{ event, why: 'in_future' }] };
}

/**
 * Folds what happened into a case. Answers undefined where nothing was ever received as a formal complaint. An event
 * that can't be at its point is kept apart with the reason, never dropped in silence.
 */
export function foldCase(policy: Policy, events: readonly CaseEvent[]): Case | undefined {
  const recorded = events
    .filter((event) => event.kind === 'received')
    .sort((a, b) => a.recordedAt - b.recordedAt || a.auditId - b.auditId);
  const [first] = recorded;
  if (!first) return undefined;
  const { received, refused } = receipt(first);
  const fold: Fold = { policy, received, events: [received], kinds: new Set(['received']), closed: false };
  for (const event of inOrder(events.filter((one) => one !== first))) {
    const why = refusal(fold, event);
    if (!why) apply(fold, event);
    else refused.push({ event, why });
    if (why === 'before_receipt' && event.kind === 'closed') fold.solvedAt = received.at;
    if (why === 'before_receipt' && event.kind === 'reopened') delete fold.solvedAt;
  }
  const standing = standingOf(fold);
  const outcome = fold.events.findLast((event) => event.outcome)?.outcome;
  const solvedEarly = fold.solvedAt !== undefined && !fold.closed && hasOpenDuty(fold);
  return {
    received,
    ...standing,
    anotherHandler: regimesInForce(policy, standing).some(({ duties }) =>
      duties.some((duty) => duty.anotherHandler),
    ),
    events: fold.events,
    refused,
    stage: stageOf(fold, standing.accepted),
    ...(solvedEarly ? { solvedEarlyAt: fold.solvedAt } : {}),
    ...(fold.ended ? { ended: fold.ended } : {}),
    ...(outcome ? { outcome } : {}),
  };
}
