import type { EventKind, MessageKind, Outcome } from './events.ts';

/** The tags that carry a case on a ticket. */
export const COMPLAINT_TAG = 'formal_complaint';

/** Added in the same update as the comment they stand for; taken off again by the next look. */
export const EVENT_TAGS: Readonly<Record<MessageKind, string>> = {
  acknowledged: 'complaint_ack_sent',
  updated: 'complaint_update_sent',
  responded: 'complaint_response_sent',
  adr_letter_sent: 'complaint_adr_letter_sent',
};

/** Set and taken off by the service. */
export const SERVICE_TAGS = {
  dueSoon: 'complaint_due_soon',
  overdue: 'complaint_overdue',
  postRequired: 'complaint_post_required',
  channelRefused: 'complaint_channel_refused',
  needsPerson: 'complaint_needs_person',
} as const;

export type ServiceTag = keyof typeof SERVICE_TAGS;

/** The ticket fields that hold a case; their ids are found in the account, never assumed. */
export const FIELD_KEYS = [
  'stage',
  'next_step',
  'channel',
  'category',
  'outcome',
  'flags',
  'redress',
  'redress_amount',
  'delay_reason',
  'summary',
  'evidence_references',
  'evidence_staff',
  'evidence_times',
  'evidence_phones',
  'evidence_emails',
  'reply_is',
  'received',
  'acknowledgement_due',
  'update_due',
  'response_due',
  'next_due',
  'record',
] as const;

export type FieldKey = (typeof FIELD_KEYS)[number];

/** What people enter; the service reads it and never writes or takes it back. */
export const PEOPLES_FIELDS = [
  'category',
  'outcome',
  'flags',
  'redress',
  'redress_amount',
  'delay_reason',
  'summary',
  'evidence_references',
  'evidence_staff',
  'evidence_times',
  'evidence_phones',
  'evidence_emails',
] as const satisfies readonly FieldKey[];

/** Dismissed for good: the ticket is not asked about again. */
export const HINT_HIDDEN_TAG = 'complaint_hint_hidden';
/** With a ticket's id: this ticket belongs to the complaint on that one. */
export const PART_OF_PREFIX = 'complaint_part_of_';
/** Somebody has asked a lead to check the reply before it goes out. */
export const REVIEW_TAG = 'complaint_review_asked';

export const MACRO_KEYS = [
  'acknowledgement',
  'how_to_complain',
  'ask_evidence',
  'status_update',
  'extension',
  'response_upheld',
  'response_partly_upheld',
  'response_not_upheld',
  'appeal_acknowledgement',
  'appeal_outcome',
  'adr_letter',
  'data_protection',
  'behaviour',
] as const;
export type MacroKey = (typeof MACRO_KEYS)[number];

/** The macro of the formal response with each outcome; applying it chooses the outcome too. */
export const RESPONSE_MACROS = {
  upheld: 'response_upheld',
  partly_upheld: 'response_partly_upheld',
  not_upheld: 'response_not_upheld',
} as const satisfies Readonly<Record<Outcome, MacroKey>>;

/**
 * The message that a macro's text is, so that a reply counts even where a role may not add tags. While an appeal is
 * open, an acknowledgement or a response is that of the appeal.
 */
export const MACRO_MESSAGES: Readonly<Partial<Record<MacroKey, MessageKind>>> = {
  acknowledgement: 'acknowledged',
  status_update: 'updated',
  response_upheld: 'responded',
  response_partly_upheld: 'responded',
  response_not_upheld: 'responded',
  appeal_acknowledgement: 'acknowledged',
  appeal_outcome: 'responded',
  adr_letter: 'adr_letter_sent',
};

export const NEXT_STEPS = [
  'acknowledge',
  'update',
  'respond',
  'adr_letter',
  'appeal',
  'case_file',
  'close',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

const STEPS: Readonly<Partial<Record<EventKind, NextStep>>> = {
  acknowledged: 'acknowledge',
  updated: 'update',
  responded: 'respond',
  adr_letter_sent: 'adr_letter',
  appeal_acknowledged: 'appeal',
  appeal_responded: 'appeal',
  decided: 'case_file',
};

/** The step that a duty asks for, by the event that fulfils it. */
export function stepFor(doneBy: readonly EventKind[]): NextStep {
  return doneBy.map((kind) => STEPS[kind]).find((step) => step !== undefined) ?? 'none';
}

/** A drop-down's option tags: the prefix and a name. */
export const OPTION_PREFIX = {
  stage: 'complaint_stage_',
  next_step: 'complaint_next_',
  channel: 'complaint_by_',
  category: 'complaint_about_',
  outcome: 'complaint_outcome_',
  flags: 'complaint_flag_',
  redress: 'complaint_redress_',
  delay_reason: 'complaint_delay_',
} as const;

/** The names behind the options of our drop-downs that the product itself speaks of. */
export const FLAGS = ['data_protection', 'needs_support', 'abusive_behaviour'] as const;
export const REDRESSES = ['none', 'apology', 'credit', 'refund', 'compensation', 'work'] as const;
export type Redress = (typeof REDRESSES)[number];
export const DELAY_REASONS = [
  'engineer_report',
  'customer',
  'third_party',
  'workload',
  'oversight',
  'other',
] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

/** The name behind an option's tag, or undefined where the tag is none of the drop-down's. */
export function optionName(field: keyof typeof OPTION_PREFIX, tag: unknown): string | undefined {
  const prefix = OPTION_PREFIX[field];
  return typeof tag === 'string' && tag.startsWith(prefix) ? tag.slice(prefix.length) : undefined;
}

export function isOutcome(name: string | undefined): name is Outcome {
  return name === 'upheld' || name === 'partly_upheld' || name === 'not_upheld';
}
