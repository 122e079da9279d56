import { IntlMessageFormat } from 'intl-messageformat';
import de from '../../translations/de.json';
import en from '../../translations/en.json';

type Leaf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaf<Tree[Key]>}`;
}[keyof Tree & string];

/** The name of a text under `ui` in translations/, such as `step.update`. */
export type TextKey = Leaf<typeof en.ui>;

export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

/** The agent's language: its texts, and the locale in which dates are written. */
export interface Language {
  readonly code: 'en' | 'de';
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

/** `en` alone says nothing about how dates are written: the product's home is the United Kingdom. */
function dateTag(locale: string, code: 'en' | 'de'): string {
  const regional = locale.toLowerCase().startsWith(`${code}-`) && Intl.getCanonicalLocales(locale)[0];
  return regional || (code === 'de' ? 'de-DE' : 'en-GB');
}

/** German for German locales, English for all others. */
export function languageFor(locale: string): Language {
  const code = locale.toLowerCase().startsWith('de') ? 'de' : 'en';
  const tree: Tree = code === 'de' ? de.ui : en.ui;
  const tag = dateTag(locale, code);
  const formats = new Map<string, IntlMessageFormat>();
  const say: Say = (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(textAt(tree, key), tag);
    formats.set(key, format);
    return String(format.format(values));
  };
  return { code, tag, say };
}
