import type { Language } from './language.ts';

/** NARROW NO-BREAK SPACE, which no line may be broken at. */
const NARROW = '\u202f';

/** French sets a narrow space before a high mark and inside quotation marks; left wide, the mark may begin a line. */
const frenchSpaces = (text: string): string =>
  text.replace(/ ([:;?!»])/gu, `${NARROW}$1`).replace(/« /gu, `«${NARROW}`);

/** Sets a text as its language is printed. Texts are written with plain spaces, which can be seen in the source. */
export const typeset = (text: string, language: Language): string =>
  language === 'fr' ? frenchSpaces(text) : text;
