import { NEW_DATE_PLACES, type PlaceLanguage } from '../../../domain/letter-places.ts';
import { escapeHtml } from '../../zaf/html-text.ts';

/** Writes a date as a letter in this language does. */
export type NewDate = (language: PlaceLanguage) => string;

const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const satisfies readonly PlaceLanguage[];

/** `[…the new date…]`; editors write an ellipsis as an entity too, and put spaces at its sides. */
function placeOf(language: PlaceLanguage): RegExp {
  const dots = '\\s*(?:…|&hellip;|&#8230;)\\s*';
  return new RegExp(`\\[${dots}${NEW_DATE_PLACES[language]}${dots}\\]`, 'giu');
}

/**
 * Puts the new date into its place in a letter's HTML. The place says which language the letter is written in. A text
 * without one, as an account may word it, stays as it is.
 */
export function fillNewDate(html: string, newDate: NewDate): string {
  return LANGUAGES.reduce(
    (text, language) => text.replace(placeOf(language), () => escapeHtml(newDate(language))),
    html,
  );
}
