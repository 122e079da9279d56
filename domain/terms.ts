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
  'received',
  'acknowledgement_due',
  'update_due',
  'response_due',
  'next_due',
  'record',
] as const;

export type FieldKey = (typeof FIELD_KEYS)[number];

export const MACRO_KEYS = ['acknowledgement', 'how_to_complain', 'status_update', 'response'] as const;
export type MacroKey = (typeof MACRO_KEYS)[number];

/** The message that a macro's text is, so that a reply counts even where a role may not add tags. */
export const MACRO_MESSAGES: Readonly<Partial<Record<MacroKey, MessageKind>>> = {
  acknowledgement: 'acknowledged',
  status_update: 'updated',
  response: 'responded',
};

export const NEXT_STEPS = [
  'acknowledge',
  'update',
  'respond',
  'adr_letter',
  'appeal',
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
} as const;

/** The name behind an option's tag, or undefined where the tag is none of the drop-down's. */
export function optionName(field: keyof typeof OPTION_PREFIX, tag: unknown): string | undefined {
  const prefix = OPTION_PREFIX[field];
  return typeof tag === 'string' && tag.startsWith(prefix) ? tag.slice(prefix.length) : undefined;
}

export function isOutcome(name: string | undefined): name is Outcome {
  return name === 'upheld' || name === 'partly_upheld' || name === 'not_upheld';
}
