import { type SchemaText, text } from './schema-text.ts';

const PHRASE = '\\S';
const LANGUAGES = { en: 'English', de: 'German', es: 'Spanish', fr: 'French', nl: 'Dutch' };

const inEveryLanguage = (
  texts: (code: string, language: string) => readonly (readonly [string, SchemaText])[],
): Readonly<Record<string, SchemaText>> =>
  Object.fromEntries(Object.entries(LANGUAGES).flatMap(([code, language]) => texts(code, language)));

/** The texts of a policy's guidance, the same for each language. */
export const GUIDANCE_TEXTS: Readonly<Record<string, SchemaText>> = {
  guidance: text('What helps whoever handles complaints. Nothing of it decides a date.'),
  'guidance.hints': text('Phrases that make a ticket read like a complaint, by language.'),
  'guidance.glossary': text('Words that customers may not know, with plainer ones, by language.'),
  ...inEveryLanguage((code, language) => [
    [`guidance.hints.${code}`, text(`Phrases in ${language}.`)],
    [`guidance.hints.${code}[]`, { ...text(`A phrase in ${language}.`), pattern: PHRASE }],
    [`guidance.glossary.${code}`, text(`Words in ${language}.`)],
    [`guidance.glossary.${code}[]`, text('A word with a plainer one.')],
    [
      `guidance.glossary.${code}[].word`,
      { ...text('The word as it may stand in a reply.'), pattern: PHRASE },
    ],
    [`guidance.glossary.${code}[].plain`, { ...text('What to write instead.'), pattern: PHRASE }],
  ]),
  'guidance.longSentence': {
    description: 'A sentence of more words than this is long.',
    examples: [25],
  },
  'guidance.evidence': text('The kinds of evidence that the company asks for; left out: all.'),
  'guidance.evidence[]': text('A kind of evidence.', 'references'),
  'guidance.currency': text('In which redress is paid, by the three letters of ISO 4217.', 'GBP', 'EUR'),
};
