/**
 * The place for the new date in the letter that tells of an extension, in each language that letters are written in.
 * Shared, because the service writes the letter and the sidebar fills the date in.
 */
export const NEW_DATE_PLACES = {
  en: 'the new date',
  de: 'neues Datum',
  es: 'nueva fecha',
  fr: 'nouvelle date',
  nl: 'nieuwe datum',
} as const;

export type PlaceLanguage = keyof typeof NEW_DATE_PLACES;
