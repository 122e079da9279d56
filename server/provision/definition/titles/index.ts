import { inEveryLanguage, type Localized } from '../language.ts';
import { typeset } from '../typography.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { Titles } from './titles.ts';

export type { Asked } from './titles.ts';

const TITLES: Localized<Titles> = { en, de, es, fr, nl };

/** One title in every language, as it is printed there. */
export const titled = (pick: (titles: Titles) => string): Localized =>
  inEveryLanguage((language) => typeset(pick(TITLES[language]), language));

/** The names of a drop-down's options without their prefix, in the order in which they are offered. */
export const optionNames = (field: keyof Titles['options']): string[] => Object.keys(en.options[field]);
