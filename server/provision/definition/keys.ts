import { MACRO_KEYS, type MacroKey } from '../../../domain/terms.ts';

/**
 * Names of our objects inside the product. An object in the account is found by the mark that carries its key, never
 * by its title, so a key never changes and is never used for something else.
 */
export { FIELD_KEYS, type FieldKey, MACRO_KEYS, type MacroKey } from '../../../domain/terms.ts';

/** Each macro has its text in the dynamic content of the same key. */
export const TEXT_KEYS = MACRO_KEYS;
export type TextKey = MacroKey;

export const VIEW_KEYS = ['today', 'all_open', 'by_post', 'other_way', 'review'] as const;
export type ViewKey = (typeof VIEW_KEYS)[number];

/** In the order in which one needs the other: a form names fields, a trigger needs its webhook, a macro its text. */
export const KINDS = ['field', 'form', 'text', 'macro', 'webhook', 'trigger', 'view'] as const;
export type Kind = (typeof KINDS)[number];
