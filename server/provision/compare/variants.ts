import type { DynamicContent, Locale, Variant } from '../account/schemas.ts';
import { LANGUAGES, type Language, languageOf } from '../definition/language.ts';
import type { TextDefinition } from '../definition/texts/index.ts';
import { type Fingerprints, fingerprint, sameText } from './fingerprint.ts';

/** A text in one locale of the account, as it should be, and as it is. */
export interface WantedVariant {
  readonly locale: Locale;
  readonly content: string;
  readonly found: Variant | undefined;
  /** `missing`, `outdated` (still as we wrote it, which is no longer what we say), `edited` (by a person), `same`. */
  readonly state: 'missing' | 'outdated' | 'edited' | 'same';
}

/**
 * What customers read whose own language has no variant: English where the account has it, else the account's own
 * language, else another of ours, else whatever the account speaks.
 */
export function defaultLocale(locales: readonly Locale[]): Locale | undefined {
  const speaking = (language: Language): Locale | undefined =>
    locales.find(({ locale }) => languageOf(locale) === language);
  const own = locales.find((locale) => locale.default && languageOf(locale.locale));
  const [first, ...others] = LANGUAGES;
  return speaking(first) ?? own ?? others.map(speaking).find((locale) => locale !== undefined) ?? locales[0];
}

function stateOf(
  found: Variant | undefined,
  content: string,
  recorded: string | undefined,
): WantedVariant['state'] {
  if (!found) return 'missing';
  if (sameText(found.content, content)) return 'same';
  return recorded === fingerprint(found.content) ? 'outdated' : 'edited';
}

/**
 * One variant for the default locale, and one for each locale of every other language of ours: a customer whose
 * locale has no variant gets the default one, so German needs `de-AT` besides `de`, and English needs only one.
 */
export function wantedVariants(
  definition: TextDefinition,
  locales: readonly Locale[],
  { item, recorded }: { item: DynamicContent | undefined; recorded: Fingerprints },
): WantedVariant[] {
  const base = locales.find(({ id }) => id === item?.default_locale_id) ?? defaultLocale(locales);
  const baseLanguage = languageOf(base?.locale ?? '') ?? LANGUAGES[0];
  return locales.flatMap((locale) => {
    const language = locale === base ? baseLanguage : languageOf(locale.locale);
    if (!language || (locale !== base && language === baseLanguage)) return [];
    const content = definition.content[language];
    const found = item?.variants.find(({ locale_id }) => locale_id === locale.id);
    return [{ locale, content, found, state: stateOf(found, content, recorded[locale.locale]) }];
  });
}
