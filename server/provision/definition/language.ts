/** The languages that provisioning can speak, the default first. A further one is added here and then asked for everywhere. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same thing said in every language. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

/** Says the same thing in every language. */
export function inEveryLanguage<T>(sayIn: (language: Language) => T): Localized<T> {
  return { en: sayIn('en'), de: sayIn('de'), es: sayIn('es'), fr: sayIn('fr'), nl: sayIn('nl') };
}

/** The language of a BCP 47 locale such as `de-AT`, or undefined where we don't speak it. */
export function languageOf(locale: string): Language | undefined {
  const [primary] = locale.toLowerCase().split(/[-_]/u);
  return LANGUAGES.find((language) => language === primary);
}
