import type { DynamicContent, Locale } from '../account/schemas.ts';
import { type Fingerprints, fingerprint } from './fingerprint.ts';

/** The languages in which somebody has changed our words, by what we remember of ours. */
export function editedLocales(
  item: DynamicContent,
  locales: readonly Locale[],
  recorded: Fingerprints,
): string[] {
  return locales.flatMap(({ id, locale }) => {
    const variant = item.variants.find(({ locale_id }) => locale_id === id);
    const before = recorded[locale];
    return variant && before !== undefined && before !== fingerprint(variant.content) ? [locale] : [];
  });
}
