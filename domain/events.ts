import type { RefusedWhy } from './case.ts';
import type { Instant, LocalDate } from './local-date.ts';
import type { NotedTopic } from './noted-topics.ts';

/** What can happen to a case. How each is read from a ticket's audits is the server's business. */
export const EVENT_KINDS = [
  'received',
  'acknowledged',
  'updated',
  'responded',
  'adr_letter_sent',
  'appealed',
  'appeal_acknowledged',
  'appeal_responded',
  'deadlock',
  'referred',
  'decided',
  'extended',
  'withdrawn',
  'not_a_complaint',
  'exception',
  'closed',
  'reopened',
  /** A fact on the case's file that moves no stage; its `topic` says what. */
  'noted',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** The messages to a customer that an event tag on an agent's comment stands for. */
export const MESSAGE_KINDS = ['acknowledged', 'updated', 'responded', 'adr_letter_sent'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const OUTCOMES = ['upheld', 'partly_upheld', 'not_upheld'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What the ombudsman decided; `settled`: the two sides agreed there. */
export const DECISIONS = ['upheld', 'partly_upheld', 'not_upheld', 'settled'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Something that happened to a case at an instant. */
export interface CaseEvent {
  readonly kind: EventKind;
  /** When it happened, which for letters and corrections may be before it was recorded. */
  readonly at: Instant;
  /** When it became known: the audit's own instant. */
  readonly recordedAt: Instant;
  /** The audit that says so; history and corrections point at it. */
  readonly auditId: number;
  readonly authorId?: number;
  /** Told by a person in so many words (metadata), not read from a reply or a change of status. */
  readonly byHand?: true;
  /** When it was corrected: it may have happened up to then, and not only up to its recording. */
  readonly correctedAt?: Instant;
  /** Why it can't be taken for what it says, as whoever read it from the audits found. */
  readonly flawed?: RefusedWhy;
  /** The channel, with `received`. */
  readonly channel?: string;
  /** When the complaint was first made, if that was earlier and by another way; with `received`. */
  readonly firstMadeAt?: Instant;
  /** What sets the complaint apart, by the names of the policy (`data_protection` ...). */
  readonly flags?: readonly string[];
  readonly outcome?: Outcome;
  /** The duty and what is added to its period, with `extended`. */
  readonly regime?: string;
  readonly duty?: string;
  readonly within?: string;
  readonly reason?: string;
  /** With `noted`: what the fact is about. */
  readonly topic?: NotedTopic;
  /** With `noted`: a name out of a list, such as the reason for a delay or the kind of redress. */
  readonly code?: string;
  /** The audit that a `question` is. */
  readonly ofAudit?: number;
  /** The date that the ombudsman has set, in the policy's zone. */
  readonly dueDate?: LocalDate;
  /** The ombudsman's reference for the case. */
  readonly reference?: string;
  /** The language that the customer is written to in, as a primary tag: `de`. */
  readonly language?: string;
  /** The ticket that was linked to the case. */
  readonly ticket?: number;
  /** What a redress is worth: digits with at most two decimals after a point, and an ISO 4217 code. */
  readonly amount?: string;
  readonly currency?: string;
  /** With `decided`: what was decided, and whether both sides are bound by it. */
  readonly decision?: Decision;
  readonly accepted?: boolean;
}
