import type { Case, RefusedEvent } from './case.ts';
import { closeIfSettled, reopen } from './closing.ts';
import type { CaseEvent, EventKind } from './events.ts';
import { ANSWERED_BY, type Fold, hasOpenDuty, stageOf, standingOf } from './fold-state.ts';
import { regimesInForce } from './in-force.ts';
import type { Policy, Regime } from './policy.ts';
import { isInFuture, refusal } from './refusal.ts';

/** Within one audit the receipt comes before what answers it, and an answer before the closing. */
const RANK: Readonly<Partial<Record<EventKind, number>>> = {
  received: 0,
  exception: 1,
  reopened: 2,
  closed: 9,
};
const rank = (event: CaseEvent): number => RANK[event.kind] ?? 5;

const compare = (a: CaseEvent, b: CaseEvent): number =>
  a.at - b.at || a.auditId - b.auditId || rank(a) - rank(b);

/** All the events but one. */
function inOrder(events: readonly CaseEvent[], without: CaseEvent): CaseEvent[] {
  const others: CaseEvent[] = [];
  let isSorted = true;
  for (const event of events) {
    if (event === without) continue;
    const before = others.at(-1);
    if (before && compare(before, event) > 0) isSorted = false;
    others.push(event);
  }
  // Mostly they are, as the audits are read in their order.
  return isSorted ? others : others.sort(compare);
}

/** The receipt that was recorded first. */
function firstReceipt(events: readonly CaseEvent[]): CaseEvent | undefined {
  let first: CaseEvent | undefined;
  for (const event of events) {
    if (event.kind !== 'received') continue;
    const isEarlier = !first || (event.recordedAt - first.recordedAt || event.auditId - first.auditId) < 0;
    if (isEarlier) first = event;
  }
  return first;
}

function add(fold: Fold, event: CaseEvent): void {
  fold.events.push(event);
  fold.kinds.add(event.kind);
  if (event.kind === 'closed') fold.closed = true;
  // Also on a ticket that stays solved: the case goes on.
  if (fold.closed && ANSWERED_BY.some(([asked]) => asked === event.kind)) fold.closed = false;
  if (event.kind === 'withdrawn' || event.kind === 'not_a_complaint') fold.ended = event.kind;
}

/** After an appeal, an acknowledgement or a response is that of the appeal. */
const OF_APPEAL: Readonly<Partial<Record<EventKind, EventKind>>> = {
  acknowledged: 'appeal_acknowledged',
  responded: 'appeal_responded',
};

function inStage({ kinds }: Fold, event: CaseEvent): CaseEvent {
  const appealOpen = kinds.has('appealed') && !kinds.has('appeal_responded');
  const kind = appealOpen ? OF_APPEAL[event.kind] : undefined;
  return kind ? { ...event, kind } : event;
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

/** A receipt in the future is refused and the moment of recording taken, so that no clock stands still for it. */
function receipt(event: CaseEvent): { received: CaseEvent; refused: RefusedEvent[] } {
  if (!isInFuture(event)) return { received: event, refused: [] };
  return { received: { ...event, at: event.recordedAt }, refused: [{ event, why: 'in_future' }] };
}

function needsAnotherHandler(regimes: readonly Regime[]): boolean {
  for (const { duties } of regimes) for (const { anotherHandler } of duties) if (anotherHandler) return true;
  return false;
}

type Building = { -readonly [Key in keyof Case]: Case[Key] };

/**
 * Folds what happened into a case. Answers undefined where nothing was ever received as a formal complaint. An event
 * that can't be at its point is kept apart with the reason, never dropped in silence.
 */
export function foldCase(policy: Policy, events: readonly CaseEvent[]): Case | undefined {
  const first = firstReceipt(events);
  if (!first) return undefined;
  const { received, refused } = receipt(first);
  const fold: Fold = { policy, received, events: [received], kinds: new Set(['received']), closed: false };
  for (const event of inOrder(events, first)) {
    const why = refusal(fold, event);
    if (!why) apply(fold, event);
    else refused.push({ event, why });
    if (why === 'before_receipt' && event.kind === 'closed') fold.solvedAt = received.at;
    if (why === 'before_receipt' && event.kind === 'reopened') delete fold.solvedAt;
  }
  const standing = standingOf(fold);
  const outcome = fold.events.findLast((event) => event.outcome)?.outcome;
  const solvedEarly = fold.solvedAt !== undefined && !fold.closed && hasOpenDuty(fold);
  const kase: Building = {
    ...standing,
    received,
    anotherHandler: needsAnotherHandler(regimesInForce(policy, standing)),
    events: fold.events,
    refused,
    stage: stageOf(fold, standing.accepted),
  };
  if (solvedEarly && fold.solvedAt !== undefined) kase.solvedEarlyAt = fold.solvedAt;
  if (fold.ended) kase.ended = fold.ended;
  if (outcome) kase.outcome = outcome;
  return kase;
}
