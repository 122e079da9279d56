import { IntlMessageFormat } from 'intl-messageformat';
import de from '../../translations/de.json';
import en from '../../translations/en.json';
import es from '../../translations/es.json';
import fr from '../../translations/fr.json';
import nl from '../../translations/nl.json';

type Leaf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaf<Tree[Key]>}`;
}[keyof Tree & string];

/** The name of a text under `ui` in translations/, such as `step.update`. */
export type TextKey = Leaf<typeof en.ui>;

export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** A language that the user interface is written in. */
export const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** The agent's language: its texts, and the locale in which dates are written. */
export interface Language {
  readonly code: LanguageCode;
  readonly tag: string;
  readonly say: Say;
}

type Tree = { readonly [key: string]: string | Tree };

function textAt(tree: Tree, key: string): string {
  let node: string | Tree | undefined = tree;
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
  if (typeof node !== 'string') throw new Error(`translations/ has no text ui.${key}`);
  return node;
}

/** All have the texts of English: a missing one is an error of types. */
const TEXTS: Readonly<Record<LanguageCode, typeof en.ui>> = {
  en: en.ui,
  de: de.ui,
  es: es.ui,
  fr: fr.ui,
  nl: nl.ui,
};

/** `en` alone says nothing about how dates are written: the product's home is the United Kingdom. */
const HOMES: Readonly<Record<LanguageCode, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
};

/**
 * `fr-ca` writes dates as in Canada, `es-419` as in Latin America. Where only a language is named, or more than language
 * and region as in Zendesk's `en-us-x-gradeschool`, its home decides.
 */
function dateTag(locale: string, code: LanguageCode): string {
  const region = /^[a-z]{2,3}[-_]([a-z]{2}|\d{3})$/i.exec(locale)?.[1];
  return region ? `${code}-${region.toUpperCase()}` : HOMES[code];
}

/** The language of an agent's locale; English where there are no texts in it. */
export function languageFor(locale: string): Language {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  const known = LANGUAGES.find((one) => one === primary);
  const code = known ?? 'en';
  const tree: Tree = TEXTS[code];
  const tag = known ? dateTag(locale, known) : HOMES.en;
  const formats = new Map<string, IntlMessageFormat>();
  const say: Say = (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(textAt(tree, key), tag);
    formats.set(key, format);
    return String(format.format(values));
  };
  return { code, tag, say };
}
