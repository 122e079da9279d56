/** The languages that provisioning can speak, the default first. A further one is added here and then asked for everywhere. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same thing said in every language. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

/** The language of a BCP 47 locale such as `de-AT`, or undefined where we don't speak it. */
export function languageOf(locale: string): Language | undefined {
  const [primary] = locale.toLowerCase().split(/[-_]/u);
  return LANGUAGES.find((language) => language === primary);
}
