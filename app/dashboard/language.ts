import type enTexts from '../../translations/en.json';
import type { TextKey } from '../ui/language.ts';
import { type LanguageCode, type Locale, localeFor } from '../ui/locale.ts';
import { createSay, type Leaf, type SayOf, type TextTree } from '../ui/texts.ts';

/** A text of the leads' page, such as `figures.overdue`, or one that it shares with the sidebar. */
export type BoardKey = TextKey | Leaf<typeof enTexts.dashboard>;
export type BoardSay = SayOf<BoardKey>;

export interface BoardLanguage extends Locale {
  readonly say: BoardSay;
}

interface Texts {
  readonly ui: TextTree;
  readonly dashboard: TextTree;
}

/** Each a file of its own, of which the page loads one. */
const TEXTS: Readonly<Record<LanguageCode, () => Promise<Texts>>> = {
  en: () => import('../../translations/en.json'),
  de: () => import('../../translations/de.json'),
  es: () => import('../../translations/es.json'),
  fr: () => import('../../translations/fr.json'),
  nl: () => import('../../translations/nl.json'),
};

/** The language of the reader's locale, its texts loaded. */
export async function loadLanguage(locale: string): Promise<BoardLanguage> {
  const { code, tag } = localeFor(locale);
  const { ui, dashboard } = await TEXTS[code]();
  return { code, tag, say: createSay<BoardKey>({ ...ui, ...dashboard }, tag) };
}
