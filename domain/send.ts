import { type Case, firstOf } from './case.ts';
import { HOUR, type Instant } from './local-date.ts';
import type { Policy } from './policy.ts';

/** What must be known of the world before anything is sent by itself. */
export interface SendFacts {
  /** The installation: complaints recorded before it are taken in silently. */
  readonly liveSince: Instant;
  readonly requester: {
    readonly isEndUser: boolean;
    readonly suspended: boolean;
    readonly hasAddress: boolean;
  };
  readonly messaging: boolean;
  readonly followUp: boolean;
  /** Whether the requester is another one than that of the ticket on which the complaint was made. */
  readonly otherRequester?: boolean;
  /** Acknowledgements sent by the service to this requester in the last 24 hours. */
  readonly toRequesterToday: number;
  /** Acknowledgements sent by the service to anyone within the policy's burst window. */
  readonly lately: number;
  /** Why sending was tried and found impossible: a macro that is gone, a placeholder left unrendered. */
  readonly impossible?: 'macro_missing' | 'placeholder_left';
}

/** Why the acknowledgement is held for a person. */
export type HeldWhy =
  | 'recorded_long_ago'
  | 'not_end_user'
  | 'other_requester'
  | 'suspended'
  | 'messaging'
  | 'requester_cap'
  | 'burst'
  | 'macro_missing'
  | 'placeholder_left';

export type SendDecision =
  | { readonly kind: 'send' }
  | { readonly kind: 'by_post' }
  | { readonly kind: 'held'; readonly why: HeldWhy }
  /** Nothing to send, or not for us to send: done, refused channel, over, follow-up, or taken in silently. */
  | { readonly kind: 'nothing' };

function heldWhy(facts: SendFacts, policy: Policy, age: number): HeldWhy | undefined {
  const { requester, messaging, toRequesterToday, lately, impossible } = facts;
  if (age > policy.sending.recordedWithinHours * HOUR) return 'recorded_long_ago';
  if (!requester.isEndUser) return 'not_end_user';
  if (facts.otherRequester) return 'other_requester';
  if (requester.suspended) return 'suspended';
  if (messaging) return 'messaging';
  if (toRequesterToday >= policy.sending.perRequesterPerDay) return 'requester_cap';
  if (lately >= policy.sending.burst.count) return 'burst';
  return impossible;
}

/** Whether the case is older than the installation, so that nothing about it is said by itself. */
export function isSilent(kase: Case, facts: Pick<SendFacts, 'liveSince'>): boolean {
  return kase.received.recordedAt < facts.liveSince;
}

/** Decides whether the acknowledgement goes out by itself now. The conditions are those of "before anything is sent". */
export function decideSending(kase: Case, policy: Policy, facts: SendFacts, now: Instant): SendDecision {
  const promises = policy.regimes.flatMap((regime) =>
    regime.duties.filter((duty) => duty.send === 'acknowledgement'),
  );
  const owed = promises.some((duty) => !firstOf(kase, ...duty.doneBy));
  const over = kase.stage === 'closed' || kase.stage === 'ended';
  if (!owed || over || !kase.accepted || facts.followUp || isSilent(kase, facts)) return { kind: 'nothing' };
  if (!facts.requester.hasAddress && !facts.messaging) return { kind: 'by_post' };
  const since = firstOf(kase, 'exception')?.recordedAt ?? kase.received.recordedAt;
  const why = heldWhy(facts, policy, now - since);
  return why ? { kind: 'held', why } : { kind: 'send' };
}
