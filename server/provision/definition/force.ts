import { FIELD_KEYS, FORM_KEYS, FORM_TEXT_KEYS, MACRO_KEYS, TEXT_KEYS, VIEW_KEYS } from './keys.ts';
import { TITLE_TEXT_KEYS } from './title-texts.ts';

/** Everything whose words administrators may change and `--force` puts back, by kind and key. */
const FORCEABLE: ReadonlySet<string> = new Set([
  ...[...TEXT_KEYS, ...FORM_TEXT_KEYS, ...TITLE_TEXT_KEYS].map((key) => `text:${key}`),
  ...MACRO_KEYS.map((key) => `macro:${key}`),
  ...FIELD_KEYS.map((key) => `field:${key}`),
  ...FORM_KEYS.map((key) => `form:${key}`),
  ...VIEW_KEYS.map((key) => `view:${key}`),
  'app:settings',
]);

export const isForceable = (name: string): boolean => FORCEABLE.has(name);
