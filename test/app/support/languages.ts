import type { BoardKey, BoardLanguage } from '../../../app/dashboard/language.ts';
import type { Language, LanguageCode } from '../../../app/ui/language.ts';
import { localeFor } from '../../../app/ui/locale.ts';
import { createSay } from '../../../app/ui/texts.ts';
import { compileTexts } from '../../../scripts/build/compile-texts.ts';
import de from '../../../translations/de.json' with { type: 'json' };
import en from '../../../translations/en.json' with { type: 'json' };
import es from '../../../translations/es.json' with { type: 'json' };
import fr from '../../../translations/fr.json' with { type: 'json' };
import nl from '../../../translations/nl.json' with { type: 'json' };

const TEXTS: Readonly<Record<LanguageCode, typeof en>> = { en, de, es, fr, nl };

/** The language of a locale at once, where a page would load it first. */
export function languageFor(locale: string): Language {
  const { code, tag } = localeFor(locale);
  return { code, tag, say: createSay(compileTexts(TEXTS[code].ui, code), tag) };
}

/** The same on the leads' page, which has more texts. */
export function boardLanguageFor(locale: string): BoardLanguage {
  const { code, tag } = localeFor(locale);
  const { ui, dashboard } = TEXTS[code];
  const messages = new Map([...compileTexts(ui, code), ...compileTexts(dashboard, code)]);
  return { code, tag, say: createSay<BoardKey>(messages, tag) };
}
