import { ui as de } from '../../translations/de.json';
import { ui as en } from '../../translations/en.json';
import { ui as es } from '../../translations/es.json';
import { ui as fr } from '../../translations/fr.json';
import { ui as nl } from '../../translations/nl.json';
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

/** All have the texts of English: a missing one is an error of types. The page of the leads has more, and loads its own. */
const TEXTS: Readonly<Record<LanguageCode, typeof en>> = { en, de, es, fr, nl };

/** The language of an agent's locale; English where there are no texts in it. */
export function languageFor(locale: string): Language {
  const { code, tag } = localeFor(locale);
  return { code, tag, say: createSay(TEXTS[code], tag) };
}
