import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { z } from 'zod';

/** The languages of the sidebar, and the locales of their home. */
export const HOMES = { en: 'en-GB', de: 'de-DE', es: 'es-ES', fr: 'fr-FR', nl: 'nl-NL' } as const;
export type Code = keyof typeof HOMES;

export const CODES: readonly Code[] = ['en', 'de', 'es', 'fr', 'nl'];

/** A text of translations/, by its name under `ui`. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const branch = z.record(z.string(), z.unknown());

/** The texts of one language, read from the files themselves: this runs without a bundler too. */
export function wordsIn(code: Code): Words {
  const file = new URL(`../../../translations/${code}.json`, import.meta.url);
  const tree: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (key, values) => {
    let node = branch.parse(tree).ui;
    for (const part of key.split('.')) node = branch.parse(node)[part];
    return String(new IntlMessageFormat(z.string().parse(node), HOMES[code]).format(values));
  };
}
