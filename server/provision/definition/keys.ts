import { MACRO_KEYS, type MacroKey } from '../../../domain/terms.ts';

/**
 * Names of our objects inside the product. An object in the account is found by the mark that carries its key, never
 * by its title, so a key never changes and is never used for something else.
 */
export { FIELD_KEYS, type FieldKey, MACRO_KEYS, type MacroKey } from '../../../domain/terms.ts';

/** Each macro has its text in the dynamic content of the same key. */
export const TEXT_KEYS = MACRO_KEYS;
export type TextKey = MacroKey;

/** Macros of earlier versions, with their texts: the plan takes them out. */
export const RETIRED_MACRO_KEYS = ['response'] as const;
export type RetiredMacroKey = (typeof RETIRED_MACRO_KEYS)[number];

export const VIEW_KEYS = ['today', 'all_open', 'by_post', 'other_way', 'review'] as const;
export type ViewKey = (typeof VIEW_KEYS)[number];

/** `form` makes complaints of what comes in by our form; `look` tells the service. They run in this order. */
export const TRIGGER_KEYS = ['form', 'look'] as const;
export type TriggerKey = (typeof TRIGGER_KEYS)[number];

/** `customer` is shown in the help center, `agent` to agents only. */
export const FORM_KEYS = ['customer', 'agent'] as const;
export type FormKey = (typeof FORM_KEYS)[number];

/**
 * The short texts of the customers' form and of the survey, each in the dynamic content of the same key: the form's name,
 * then titles and hints; the survey's subject and words.
 */
export const FORM_TEXT_KEYS = [
  'form',
  'form_summary',
  'form_summary_hint',
  'form_references',
  'form_references_hint',
  'form_staff',
  'form_staff_hint',
  'form_times',
  'form_times_hint',
  'form_phones',
  'form_phones_hint',
  'form_emails',
  'form_emails_hint',
  'survey_subject',
  'survey_text',
] as const;
export type FormTextKey = (typeof FORM_TEXT_KEYS)[number];

/** In the order in which one needs the other: a form names fields, a trigger needs its webhook, a macro its text. */
export const KINDS = [
  'group',
  'text',
  'field',
  'form',
  'macro',
  'webhook',
  'trigger',
  'view',
  'automation',
  'app',
  'ids',
] as const;
export type Kind = (typeof KINDS)[number];
