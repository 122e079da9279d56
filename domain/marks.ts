import { type Case, firstOf } from './case.ts';
import type { CaseEvent } from './events.ts';
import type { RefusedExtension } from './extensions.ts';
import type { Instant } from './local-date.ts';
import type { HeldWhy, SendDecision } from './send.ts';

/** What reaches a person through the tag, an internal note and the lead's view. */
export type MarkCode =
  | HeldWhy
  | 'not_delivered'
  | 'tag_removed_twice'
  | 'solved_with_open_duty'
  | 'event_refused'
  | 'metadata_unreadable'
  | 'received_in_future'
  | 'value_changed_back'
  | 'same_handler';

export interface Mark {
  readonly code: MarkCode;
  /** Since when there is reason for it. */
  readonly since: Instant;
}

/** What the audits tell about the service's own doings and about people who undid them. */
export interface History {
  /** Keys of the internal notes that the service has written. */
  readonly notes: ReadonlySet<string>;
  /** When people took the complaint tag off. */
  readonly tagRemovals: readonly Instant[];
  /** When a person last took off a tag that the service sets. */
  readonly removedAt: ReadonlyMap<string, Instant>;
  /** When the service's own acknowledgement went out without a notification to the requester. */
  readonly notDeliveredAt?: Instant;
  /** When an update last carried complaint metadata that can't be read. */
  readonly unreadableAt?: Instant;
  /** When someone changed a value back after the service wrote it; such a value is not written again. */
  readonly changedBackAt?: Instant;
}

/** A complaint recorded again on a ticket whose case has ended: a new complaint is a new case, on a ticket of its own. */
function isNewComplaint({ ended }: Case, { kind, byHand }: CaseEvent): boolean {
  return ended !== undefined && kind === 'received' && !byHand;
}

/** Only what a person said in so many words and can't be is worth a person's time. */
function refusedMarks(kase: Case): Mark[] {
  return kase.refused.flatMap(({ event, why }): Mark[] => {
    if (event.kind === 'received' && why === 'in_future') return mark('received_in_future', event.recordedAt);
    return event.byHand || isNewComplaint(kase, event) ? mark('event_refused', event.recordedAt) : [];
  });
}

/** When whoever wrote the formal response also answered the appeal. */
function sameHandlerAt(kase: Case): Instant | undefined {
  const [response, answer] = [firstOf(kase, 'responded'), firstOf(kase, 'appeal_responded')];
  const same = response?.authorId !== undefined && response.authorId === answer?.authorId;
  return same && kase.anotherHandler ? answer?.recordedAt : undefined;
}

function mark(code: MarkCode, since: Instant | undefined): Mark[] {
  return since === undefined ? [] : [{ code, since }];
}

/** Everything about a case that only a person can put right, each kind once with its latest occasion. */
export function marksOf(
  kase: Case,
  history: History,
  decision: SendDecision,
  refused: readonly RefusedExtension[] = [],
): Mark[] {
  const marks: Mark[] = [
    ...refusedMarks(kase),
    ...refused.flatMap(({ event }) => mark('event_refused', event.recordedAt)),
    ...mark('same_handler', sameHandlerAt(kase)),
    ...(decision.kind === 'held' ? mark(decision.why, kase.received.recordedAt) : []),
    ...mark('solved_with_open_duty', kase.solvedEarlyAt),
    ...(kase.ended ? [] : mark('tag_removed_twice', history.tagRemovals[1])),
    ...mark('not_delivered', history.notDeliveredAt),
    ...mark('metadata_unreadable', history.unreadableAt),
    ...mark('value_changed_back', history.changedBackAt),
  ];
  const latest = new Map<MarkCode, Mark>();
  for (const one of marks) {
    const known = latest.get(one.code);
    if (!known || one.since > known.since) latest.set(one.code, one);
  }
  return [...latest.values()];
}
