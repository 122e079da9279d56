import { FIELDS } from './fields.ts';
import type { FieldKey, MacroKey, ViewKey } from './keys.ts';
import type { Localized } from './language.ts';
import { MACROS } from './macros.ts';
import { titled } from './titles/index.ts';
import { VIEWS } from './views.ts';

/** The dynamic content of what agents read: titles of fields, macros, views and the agents' form, names of options. */
export type TitleTextKey =
  | `field_${FieldKey}`
  | `option_${string}`
  | `macro_${MacroKey}`
  | `view_${ViewKey}`
  | 'form_agent';

/** By its tag, which serves one option only: `option_stage_received` for `complaint_stage_received`. */
export const optionText = (value: string): TitleTextKey => `option_${value.replace(/^complaint_/u, '')}`;

interface TitleText {
  readonly key: TitleTextKey;
  readonly content: Localized;
}

const fieldTexts: readonly TitleText[] = FIELDS.flatMap(({ key, title, options }): TitleText[] => [
  { key: `field_${key}`, content: title },
  ...options.map(({ value, name }) => ({ key: optionText(value), content: name })),
]);

/** All of them but the name of the customers' form, which customers read too. */
export const TITLE_TEXTS: readonly TitleText[] = [
  ...fieldTexts,
  ...MACROS.map(({ key, title }): TitleText => ({ key: `macro_${key}`, content: title })),
  ...VIEWS.map(({ key, title }): TitleText => ({ key: `view_${key}`, content: title })),
];

/** Only where the account has several forms. */
export const FORM_TITLE_TEXT: TitleText = {
  key: 'form_agent',
  content: titled(({ forms }) => forms.agent),
};

const ALL = [...TITLE_TEXTS, FORM_TITLE_TEXT];

export const TITLE_TEXT_KEYS: readonly TitleTextKey[] = ALL.map(({ key }) => key);

export const isTitleText = (key: string): boolean => ALL.some((text) => text.key === key);
