import type { ui as en } from '../../translations/en.json';
import { type LanguageCode, type Locale, localeFor } from './locale.ts';
import { createSay, type Leaf, type SayOf, type Texts } from './texts.ts';

export { LANGUAGES, type LanguageCode } from './locale.ts';

/** The name of a text under `ui` in translations/, such as `step.update`. */
export type TextKey = Leaf<typeof en>;

export type Say = SayOf<TextKey>;

/** The agent's language: its texts, and the locale in which dates are written. */
export interface Language extends Locale {
  readonly say: Say;
}

/** A language whose first look can be drawn. */
export interface LoadedLanguage {
  readonly language: Language;
  /** Loads the texts of all that isn't loaded at once, where nothing has; from then on `say` knows them too. */
  readonly loadRest: () => Promise<void>;
}

interface Files {
  readonly first: () => Promise<{ readonly default: Texts }>;
  readonly rest: () => Promise<{ readonly default: Texts }>;
}

/** Two files for each language, made by the build, which takes care that all have the same texts: see scripts/build/texts.ts. */
const FILES: Readonly<Record<LanguageCode, Files>> = {
  en: {
    first: () => import('../../translations/en.json?first'),
    rest: () => import('../../translations/en.json?rest'),
  },
  de: {
    first: () => import('../../translations/de.json?first'),
    rest: () => import('../../translations/de.json?rest'),
  },
  es: {
    first: () => import('../../translations/es.json?first'),
    rest: () => import('../../translations/es.json?rest'),
  },
  fr: {
    first: () => import('../../translations/fr.json?first'),
    rest: () => import('../../translations/fr.json?rest'),
  },
  nl: {
    first: () => import('../../translations/nl.json?first'),
    rest: () => import('../../translations/nl.json?rest'),
  },
};

/** The language of a locale, with the texts of the first look; English where there are no texts in it. */
export async function loadLanguage(locale: string): Promise<LoadedLanguage> {
  const { code, tag } = localeFor(locale);
  const { first, rest } = FILES[code];
  const messages = new Map(Object.entries((await first()).default));
  let isWhole = false;
  return {
    language: { code, tag, say: createSay(messages, tag) },
    async loadRest() {
      if (isWhole) return;
      for (const [name, message] of Object.entries((await rest()).default)) messages.set(name, message);
      isWhole = true;
    },
  };
}

/** The language of a locale with all its texts. */
export async function loadWholeLanguage(locale: string): Promise<Language> {
  const { language, loadRest } = await loadLanguage(locale);
  await loadRest();
  return language;
}
