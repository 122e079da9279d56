import type { ui as en } from '../../translations/en.json';
import { type LanguageCode, type Locale, localeFor } from './locale.ts';
import { createSay, type Leaf, type SayOf } from './texts.ts';

export { LANGUAGES, type LanguageCode } from './locale.ts';

/** The name of a text under `ui` in translations/, such as `step.update`. */
export type TextKey = Leaf<typeof en>;

export type Say = SayOf<TextKey>;

/** The agent's language: its texts, and the locale in which dates are written. */
export interface Language extends Locale {
  readonly say: Say;
}

/**
 * Each a file of its own, of which a page loads one. All have the texts of English: a missing one is an error of types.
 * The page of the leads has more, and loads its own.
 */
const TEXTS: Readonly<Record<LanguageCode, () => Promise<{ readonly ui: typeof en }>>> = {
  en: async () => {
    const { ui } = await import('../../translations/en.json');
    return { ui };
  },
  de: async () => {
    const { ui } = await import('../../translations/de.json');
    return { ui };
  },
  es: async () => {
    const { ui } = await import('../../translations/es.json');
    return { ui };
  },
  fr: async () => {
    const { ui } = await import('../../translations/fr.json');
    return { ui };
  },
  nl: async () => {
    const { ui } = await import('../../translations/nl.json');
    return { ui };
  },
};

/** The language of a locale, its texts loaded; English where there are no texts in it. */
export async function loadLanguage(locale: string): Promise<Language> {
  const { code, tag } = localeFor(locale);
  const { ui } = await TEXTS[code]();
  return { code, tag, say: createSay(ui, tag) };
}
