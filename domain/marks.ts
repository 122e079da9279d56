import { type Case, firstOf, type RefusedEvent, type RefusedWhy } from './case.ts';
import type { CaseEvent, EventKind } from './events.ts';
import type { NotExtendedWhy, RefusedExtension } from './extensions.ts';
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
  | 'same_handler'
  /** Zendesk takes the update only without some or all of our fields. */
  | 'fields_refused'
  /** Another complaint goes on on the same ticket, because one was merged into the other. */
  | 'two_complaints'
  /** More tickets belong to the case than are read. */
  | 'tickets_left_out'
  /** A ticket of the case was deleted; what the ledger knows of it counts. */
  | 'earlier_ticket_gone';

/** A mark as the ledger keeps it: those of a case, and why the case is lost. */
export type LedgerMark = MarkCode | 'ticket_deleted' | 'ticket_redacted';

export interface Mark {
  readonly code: MarkCode;
  /** Since when there is reason for it. */
  readonly since: Instant;
  /** What was refused and why, with `event_refused`. */
  readonly refused?: { readonly kind: EventKind | 'corrected'; readonly why: RefusedWhy | NotExtendedWhy };
}

/** A correction that does not count: it names no earlier audit of the case, or gives no reason. */
export interface RefusedCorrection {
  readonly at: Instant;
  readonly why: Extract<RefusedWhy, 'unknown_audit' | 'no_reason'>;
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
  readonly refusedCorrections?: readonly RefusedCorrection[];
  /** Since when Zendesk refuses some of our fields. */
  readonly fieldsRefusedAt?: Instant;
  /** When a complaint was merged into the ticket of another one, and both go on. */
  readonly twoComplaintsAt?: Instant;
  readonly leftOutAt?: Instant;
  readonly earlierGoneAt?: Instant;
}

/** A complaint recorded again on a ticket whose case has ended: a new complaint is a new case, on a ticket of its own. */
function isNewComplaint({ ended }: Case, { kind, byHand }: CaseEvent): boolean {
  return ended !== undefined && kind === 'received' && !byHand;
}

/**
 * The refused events that are worth a person's time: what a person said in so many words and can't be, not that a
 * ticket was solved twice.
 */
export function refusedForPerson(kase: Case): RefusedEvent[] {
  return kase.refused.filter(
    ({ event, why }) =>
      (event.kind === 'received' && why === 'in_future') || event.byHand || isNewComplaint(kase, event),
  );
}

function refusedMarks(kase: Case): Mark[] {
  return refusedForPerson(kase).flatMap(({ event: { kind, recordedAt }, why }): Mark[] =>
    kind === 'received' && why === 'in_future'
      ? mark('received_in_future', recordedAt)
      : [refusedMark(kind, why, recordedAt)],
  );
}

function refusedMark(kind: EventKind | 'corrected', why: RefusedWhy | NotExtendedWhy, since: Instant): Mark {
  return { code: 'event_refused', since, refused: { kind, why } };
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

/** Each kind is told once; of what was refused, each with its reason. */
const occasionOf = ({ code, since, refused }: Mark): string =>
  refused ? `${code} ${refused.kind} ${refused.why} ${since}` : code;

/** Everything about a case that only a person can put right, each kind once with its latest occasion. */
export function marksOf(
  kase: Case,
  history: History,
  decision: SendDecision,
  refused: readonly RefusedExtension[] = [],
): Mark[] {
  const marks: Mark[] = [
    ...refusedMarks(kase),
    ...refused.map(({ event, why }) => refusedMark('extended', why, event.recordedAt)),
    ...(history.refusedCorrections ?? []).map(({ at, why }) => refusedMark('corrected', why, at)),
    ...mark('same_handler', sameHandlerAt(kase)),
    ...(decision.kind === 'held' ? mark(decision.why, kase.received.recordedAt) : []),
    ...mark('solved_with_open_duty', kase.solvedEarlyAt),
    ...(kase.ended ? [] : mark('tag_removed_twice', history.tagRemovals[1])),
    ...mark('not_delivered', history.notDeliveredAt),
    ...mark('metadata_unreadable', history.unreadableAt),
    ...mark('value_changed_back', history.changedBackAt),
    ...mark('fields_refused', history.fieldsRefusedAt),
    ...mark('two_complaints', history.twoComplaintsAt),
    ...mark('tickets_left_out', history.leftOutAt),
    ...mark('earlier_ticket_gone', history.earlierGoneAt),
  ];
  const latest = new Map<string, Mark>();
  for (const one of marks) {
    const known = latest.get(occasionOf(one));
    if (!known || one.since > known.since) latest.set(occasionOf(one), one);
  }
  return [...latest.values()];
}
