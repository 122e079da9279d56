import { z } from 'zod/mini';
import type { Host } from '../../../zaf/host.ts';

/** A language that the letters are written in. */
export const LETTER_LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

export function primary(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

const localesSchema = z.object({
  locales: z.array(z.object({ locale: z.string(), default: z.nullish(z.boolean()) })),
});

/**
 * Writes to the customer in this language from now on. Zendesk renders macros, letters of the service included, in the
 * language of the customer's profile, and in no other by any call of its API: so the profile is what is changed.
 * @throws RestError, ZodError
 */
export async function changeCustomerLanguage(
  host: Host,
  requesterId: number,
  language: LetterLanguage,
): Promise<void> {
  const { locales } = localesSchema.parse(await host.request({ path: '/api/v2/locales.json' }));
  const usable = locales.filter(({ locale }) => primary(locale) === language);
  const chosen =
    usable.find((one) => one.default) ?? usable.find(({ locale }) => locale === language) ?? usable[0];
  await host.request({
    path: `/api/v2/users/${requesterId}.json`,
    method: 'PUT',
    body: { user: { locale: chosen?.locale ?? language } },
  });
}
