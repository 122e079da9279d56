import { type OptionDefinition, options } from './field-parts.ts';
import { FIELD_KEYS, type FieldKey } from './keys.ts';
import type { Localized } from './language.ts';
import { FLAGS_DESCRIPTION, PEOPLES_DROP_DOWNS, SUMMARY, TEXTS } from './peoples-fields.ts';
import { REPLY_FIELD } from './reply-field.ts';
import { titled } from './titles/index.ts';

export type { OptionDefinition } from './field-parts.ts';

export type FieldType = 'tagger' | 'multiselect' | 'date' | 'text' | 'textarea';

export interface FieldDefinition {
  readonly key: FieldKey;
  readonly type: FieldType;
  readonly title: Localized;
  /** Shown to administrators; the mark is appended. */
  readonly description: string;
  readonly options: readonly OptionDefinition[];
}

const DROP_DOWNS = {
  stage: 'Where the complaint stands. Kept by Complaint Clock.',
  next_step: 'What is owed to the customer next. Kept by Complaint Clock.',
  channel: 'How the complaint came in. Set when it is recorded.',
  category: 'What the complaint is about; reports count causes by it.',
  outcome: 'What the formal response decided.',
  ...PEOPLES_DROP_DOWNS,
} as const;

/** Dates have no time in Zendesk: these are for views and reports, the exact instants are in the record. */
const DATES = {
  received: 'When the complaint was received. Kept by Complaint Clock.',
  acknowledgement_due: 'When the acknowledgement is due. Kept by Complaint Clock.',
  update_due: 'When the status update is due. Kept by Complaint Clock.',
  response_due: 'When the formal response is due. Kept by Complaint Clock.',
  next_due: 'The earliest open deadline. Kept by Complaint Clock.',
} as const;

const RECORD = 'The deadlines in a form for machines: keep it off every form. Kept by Complaint Clock.';

const isText = (key: FieldKey): key is keyof typeof TEXTS => key in TEXTS;
const isDropDown = (key: FieldKey): key is keyof typeof DROP_DOWNS => key in DROP_DOWNS;
const isDate = (key: FieldKey): key is keyof typeof DATES => key in DATES;

function kindOf(key: FieldKey): Pick<FieldDefinition, 'type' | 'description' | 'options'> {
  if (isDropDown(key)) return { type: 'tagger', description: DROP_DOWNS[key], options: options(key) };
  if (isDate(key)) return { type: 'date', description: DATES[key], options: [] };
  if (isText(key)) return { type: 'text', description: TEXTS[key], options: [] };
  if (key === 'reply_is') return { type: 'tagger', ...REPLY_FIELD };
  if (key === 'flags')
    return { type: 'multiselect', description: FLAGS_DESCRIPTION, options: options('flags') };
  return { type: 'textarea', description: key === 'summary' ? SUMMARY : RECORD, options: [] };
}

export const FIELDS: readonly FieldDefinition[] = FIELD_KEYS.map((key) => ({
  key,
  title: titled(({ fields }) => fields[key]),
  ...kindOf(key),
}));
