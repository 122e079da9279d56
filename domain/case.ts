import type { AnchorKind } from './anchor-kinds.ts';
import type { CaseEvent, EventKind, Outcome } from './events.ts';
import type { Instant } from './local-date.ts';
import type { Stage } from './stage.ts';

/** Why an event that the audits tell of does not count. */
export type RefusedWhy =
  | 'already_received'
  | 'in_future'
  | 'before_receipt'
  | 'case_ended'
  | 'not_closed'
  | 'not_responded'
  | 'not_appealed'
  | 'not_referred'
  /** It names an audit that the case doesn't have, or a later one. */
  | 'unknown_audit'
  /** A message without a reply, an earlier reply or a date of posting. */
  | 'nobody_told'
  /** A correction without a reason. */
  | 'no_reason';

export interface RefusedEvent {
  readonly event: CaseEvent;
  readonly why: RefusedWhy;
}

/** One formal complaint, as its events tell it. */
export interface Case {
  readonly received: CaseEvent;
  readonly channel: string;
  readonly flags: readonly string[];
  /** When the complaint was first made by any way: the receipt, where nobody says otherwise. */
  readonly firstMadeAt: Instant;
  /** Whether the policy takes the channel, or an exception was made. */
  readonly accepted: boolean;
  /** The events that count, oldest first, with those that another one implies. */
  readonly events: readonly CaseEvent[];
  readonly refused: readonly RefusedEvent[];
  /** Whether the appeal is to be answered by somebody who did not write the formal response. */
  readonly anotherHandler: boolean;
  readonly stage: Stage;
  /** Since when the ticket is solved although a duty is open: a guard was passed by. */
  readonly solvedEarlyAt?: Instant;
  readonly ended?: 'withdrawn' | 'not_a_complaint';
  readonly outcome?: Outcome;
}

/** The first event of any of the kinds, or undefined. */
export function firstOf(kase: Case, ...kinds: readonly EventKind[]): CaseEvent | undefined {
  return firstAmong(kase, kinds);
}

/** The same of a list of kinds. */
export function firstAmong({ events }: Case, kinds: readonly EventKind[]): CaseEvent | undefined {
  for (const event of events) if (isOneOf(kinds, event.kind)) return event;
  return undefined;
}

/** Whether the kind is among the kinds. A case asks this dozens of times, for which `includes` is several times slower. */
export function isOneOf(kinds: readonly AnchorKind[], kind: AnchorKind): boolean {
  for (let index = 0; index < kinds.length; index += 1) if (kinds[index] === kind) return true;
  return false;
}

/** The instant from which the case is over: withdrawn, no complaint after all, or closed. */
export function overSince(kase: Case): Instant | undefined {
  if (kase.stage !== 'closed' && kase.stage !== 'ended') return undefined;
  return kase.events.findLast((event) => ['closed', 'withdrawn', 'not_a_complaint'].includes(event.kind))?.at;
}
