/** A language of the account, with Zendesk's own locale ids. */
export interface Locale {
  id: number;
  locale: string;
  name: string;
}

const LOCALES: readonly Locale[] = [
  { id: 1, locale: 'en-US', name: 'English (United States)' },
  { id: 1176, locale: 'en-GB', name: 'English (United Kingdom)' },
  { id: 8, locale: 'de', name: 'Deutsch' },
  { id: 16, locale: 'fr', name: 'Français' },
  { id: 2, locale: 'es', name: 'Español' },
  { id: 1005, locale: 'nl', name: 'Nederlands' },
  { id: 22, locale: 'it', name: 'Italiano' },
];

const FALLBACK: Locale = { id: 1, locale: 'en-US', name: 'English (United States)' };

/** Those that are switched on, by their tags; all that there are where nothing is said. */
export function allLocales(switchedOn?: readonly string[]): readonly Locale[] {
  return switchedOn ? LOCALES.filter(({ locale }) => switchedOn.includes(locale)) : LOCALES;
}

export function localeById(id: number): Locale | undefined {
  return LOCALES.find((locale) => locale.id === id);
}

/** The locale of a tag such as `de`, `de-AT` or `en-gb`; its language's first one, else English (US). */
export function localeOf(tag: string): Locale {
  const wanted = tag.toLowerCase();
  const language = wanted.split('-')[0];
  return (
    LOCALES.find((locale) => locale.locale.toLowerCase() === wanted) ??
    LOCALES.find((locale) => locale.locale.toLowerCase().split('-')[0] === language) ??
    FALLBACK
  );
}
