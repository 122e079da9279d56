import type enTexts from '../../translations/en.json';
import type { TextKey } from '../ui/language.ts';
import { type LanguageCode, type Locale, localeFor } from '../ui/locale.ts';
import { createSay, type Leaf, type SayOf, type Texts } from '../ui/texts.ts';

/** A text of the leads' page, such as `figures.overdue`, or one that it shares with the sidebar. */
export type BoardKey = TextKey | Leaf<typeof enTexts.dashboard>;
export type BoardSay = SayOf<BoardKey>;

export interface BoardLanguage extends Locale {
  readonly say: BoardSay;
}

/** Each a file of its own, of which the page loads one; made by scripts/build/texts.ts. */
const FILES: Readonly<Record<LanguageCode, () => Promise<{ readonly default: Texts }>>> = {
  en: () => import('../../translations/en.json?whole'),
  de: () => import('../../translations/de.json?whole'),
  es: () => import('../../translations/es.json?whole'),
  fr: () => import('../../translations/fr.json?whole'),
  nl: () => import('../../translations/nl.json?whole'),
};

/** The language of the reader's locale, its texts loaded. */
export async function loadLanguage(locale: string): Promise<BoardLanguage> {
  const { code, tag } = localeFor(locale);
  const messages = new Map(Object.entries((await FILES[code]()).default));
  return { code, tag, say: createSay<BoardKey>(messages, tag) };
}
