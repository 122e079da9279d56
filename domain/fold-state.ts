import type { CaseEvent, EventKind } from './events.ts';
import { regimesInForce, type Standing } from './in-force.ts';
import type { Instant } from './local-date.ts';
import { flagsOf } from './noted.ts';
import { owesAnything } from './owed.ts';
import type { Policy } from './policy.ts';
import type { Stage } from './stage.ts';

/** A case while its events are folded. */
export interface Fold {
  readonly policy: Policy;
  readonly received: CaseEvent;
  readonly events: CaseEvent[];
  readonly kinds: Set<EventKind>;
  ended?: 'withdrawn' | 'not_a_complaint';
  closed: boolean;
  /** Since when the ticket is solved, whether or not that closes the case. */
  solvedAt?: Instant;
}

/** A channel that the policy doesn't name counts as `other`. */
function channelOf(policy: Policy, received: CaseEvent): string {
  const { channel } = received;
  return channel !== undefined && Object.hasOwn(policy.channels, channel) ? channel : 'other';
}

/** By what the case is judged, as far as its events tell by now. */
export function standingOf({ policy, received, events, kinds }: Fold): Standing {
  const channel = channelOf(policy, received);
  const flags = flagsOf(events);
  const { accepted = true, exceptions = [] } = policy.channels[channel] ?? {};
  return {
    channel,
    flags,
    accepted: accepted || kinds.has('exception') || exceptions.some((flag) => flags.includes(flag)),
    firstMadeAt: Math.min(received.firstMadeAt ?? received.at, received.at),
  };
}

/** What keeps a case open until it is answered, whether or not the policy sets a time for it. */
export const ANSWERED_BY: readonly (readonly [EventKind, EventKind])[] = [
  ['appealed', 'appeal_responded'],
  ['deadlock', 'adr_letter_sent'],
  ['referred', 'decided'],
];

/** Whether anything is still owed, by the policy or by what was asked for. */
export function hasOpenDuty(fold: Fold): boolean {
  const { policy, kinds } = fold;
  if (ANSWERED_BY.some(([asked, answer]) => kinds.has(asked) && !kinds.has(answer))) return true;
  return regimesInForce(policy, standingOf(fold)).some(({ duties }) => owesAnything(duties, kinds));
}

/** Where the case stands; `accepted`: whether the policy takes complaints on its channel. */
export function stageOf(fold: Fold, accepted: boolean): Stage {
  const { kinds } = fold;
  if (fold.ended) return 'ended';
  if (fold.closed) return 'closed';
  if (!accepted) return 'refused';
  if (kinds.has('referred') && !kinds.has('decided')) return 'referred';
  if (kinds.has('appealed') && !kinds.has('appeal_responded')) return 'appealed';
  for (const kind of ['responded', 'updated', 'acknowledged'] as const) if (kinds.has(kind)) return kind;
  return 'received';
}
