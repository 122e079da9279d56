import { distinct, type Span, spansOf } from './span.ts';

/** What a number of the company's is called. Customer and order numbers name no earlier contact and are left out. */
const NAMES = [
  'ticket',
  'case',
  'reference',
  'ref',
  'complaint',
  'incident',
  'enquiry',
  'fault',
  'ticketnummer',
  'ticketnr',
  'vorgang',
  'vorgangsnummer',
  'vorgangsnr',
  'fallnummer',
  'referenz',
  'referenznummer',
  'aktenzeichen',
  'störungsnummer',
  'störungsmeldung',
  'beschwerdenummer',
  'bearbeitungsnummer',
  'anfrage',
].join('|');

const NUMBER_WORD = '(?:\\s?(?:number|no|nr|nummer|id|code))?';
const CODE = '[A-Z]{0,5}[-/]?\\d[\\dA-Z]{0,11}(?:[-/][\\dA-Z]{1,11}){0,3}';

const HASHED = /(?<![\p{L}\p{N}_&/#])#(?<code>\d{3,12})(?![\p{L}\p{N}_])/gu;
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${NAMES})${NUMBER_WORD}\\s?[.:]{0,2}\\s?(?:is|lautet)?\\s?[#:]?\\s?(?<code>${CODE})(?![\\p{L}\\p{N}_])`,
  'giu',
);

/** Three digits at least: "case 2" is a figure of speech. */
function isCode({ text }: Span): boolean {
  return text.replace(/\D/g, '').length >= 3;
}

/** Numbers of earlier tickets and cases that a text names: "#12345", "ticket 12345", "Vorgangsnummer: AB-2026/114". */
export function findReferences(text: string): Span[] {
  const found = [...spansOf(text, HASHED, 'code'), ...spansOf(text, NAMED, 'code')].filter(isCode);
  return distinct(found, ({ text: code }) => code.toUpperCase());
}
