/** A language that the user interface is written in. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** The language of the texts, and the locale in which dates and numbers are written. */
export interface Locale {
  readonly code: LanguageCode;
  readonly tag: string;
}

/** `en` alone says nothing about how dates are written: the product's home is the United Kingdom. */
const HOMES: Readonly<Record<LanguageCode, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
};

/**
 * `fr-ca` writes dates as in Canada, `es-419` as in Latin America. Where only a language is named, or more than language
 * and region as in Zendesk's `en-us-x-gradeschool`, its home decides.
 */
function dateTag(locale: string, code: LanguageCode): string {
  const region = /^[a-z]{2,3}[-_]([a-z]{2}|\d{3})$/i.exec(locale)?.[1];
  return region ? `${code}-${region.toUpperCase()}` : HOMES[code];
}

/** The language of an agent's locale; English where there are no texts in it. */
export function localeFor(locale: string): Locale {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  const code = LANGUAGES.find((one) => one === primary);
  return code ? { code, tag: dateTag(locale, code) } : { code: 'en', tag: HOMES.en };
}
