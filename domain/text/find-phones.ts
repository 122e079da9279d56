import { datesIn } from './find-times.ts';
import { clearOf, distinct, type Span, spansOf } from './span.ts';

/** A run of digits and what people put between them; a line's end ends it. */
const RUN = /(?<![\p{L}\p{N}#_@])(?:\+\s?)?\(?\d[\d ()./\u00a0-]*\d(?![\p{L}\p{N}_@])/gu;
/** Between two numbers in one run: "0171 2345678 / 0221 123456". */
const APART = /(\s[/-]\s|\s{2,})/;

/** Words before a number that say it is another one. */
const OTHER =
  /(?:order|account|customer|invoice|reference|ref|ticket|case|contract|iban|meter|serial|bestell\w{0,9}|kunden\w{0,9}|rechnung\w{0,9}|vertrag\w{0,9}|auftrag\w{0,9}|vorgang\w{0,9}|konto\w{0,9}|zähler\w{0,9}|aktenzeichen)[\s:#.]{0,3}(?:(?:number|no|nr|nummer|is|lautet|id)[\s:#.]{0,3}){0,2}$/i;
/** Words before a number that say it is a telephone's. */
const CALLED =
  /(?:\b(?:tel|telephone|telefon|phone|mobile|mobil|handy|call(?:ed)?(?:\sme)?(?:\son)?|ring(?:\sme)?(?:\son)?|reach(?:ed)?(?:\sme)?(?:\son)?|rang|rückruf|anruf|angerufen|erreichbar|rufnummer|telefonnummer|unter)\b)[^\d\n]{0,20}$/i;

const BEFORE = 48;

function digitsOf(text: string): string {
  // "+44 (0)114 …": the zero is dialled only at home.
  return text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
}

function isInternational(digits: string): boolean {
  const number = digits.startsWith('+') ? digits.slice(1) : digits.slice(2);
  // Country codes begin with no zero; with "00" in front a short one is more likely some other number.
  const least = digits.startsWith('+') ? 8 : 10;
  return number.length >= least && number.length <= 15 && !number.startsWith('0');
}

const UK = /^0(?:1\d{8,9}|[2378]\d{9})$/;
const GERMAN_MOBILE = /^01[567]\d{8,9}$/;

/** A national number, as the United Kingdom and Germany write them. */
function isNational(digits: string, { grouped, called }: { grouped: boolean; called: boolean }): boolean {
  if (!/^0[1-9]/.test(digits)) return false;
  if (UK.test(digits) || GERMAN_MOBILE.test(digits)) return true;
  // A German area code and number: 0221 123456. Without a space it may be anything, unless the text says that it rings.
  return digits.length >= (called ? 7 : 9) && digits.length <= 12 && (grouped || called);
}

function isPhone(span: Span, text: string): boolean {
  const before = text.slice(Math.max(0, span.from - BEFORE), span.from);
  if (OTHER.test(before)) return false;
  const digits = digitsOf(span.text);
  if (digits.startsWith('+') || digits.startsWith('00')) return isInternational(digits);
  return isNational(digits, { grouped: /\d[ ()/-]+\d/.test(span.text), called: CALLED.test(before) });
}

/** The numbers of a run, each with its place. */
function numbersOf(run: Span): Span[] {
  let from = run.from;
  return run.text.split(APART).flatMap((text) => {
    const span = { from, until: from + text.length, text };
    from = span.until;
    return /\d/.test(text) ? [span] : [];
  });
}

/**
 * Telephone numbers in a text: with a country code, or as the United Kingdom and Germany write them. Modest: what may
 * as well be an order's or a customer's number is left out. Two spellings of one number are one.
 */
export function findPhones(text: string): Span[] {
  const numbers = spansOf(text, RUN).flatMap(numbersOf);
  const found = clearOf(numbers, datesIn(text)).filter((span) => isPhone(span, text));
  return distinct(found, (span) =>
    digitsOf(span.text)
      .replace(/^00/, '+')
      .replace(/^\+(?:44|49)/, '0'),
  );
}
