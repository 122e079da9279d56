import { literal } from './literal.ts';
import { sentencesOf, wordsIn } from './sentences.ts';

/** A word that a customer may stumble over, and what to write for it. */
export interface PlainWord {
  readonly word: string;
  readonly plain: string;
}

/** What could be said more plainly. Advice, never a rule. */
export type PlainAdvice =
  | { readonly kind: 'word'; readonly found: string; readonly plain: string }
  | { readonly kind: 'sentence'; readonly start: string; readonly words: number };

export interface PlainRules {
  readonly words: readonly PlainWord[];
  /** A sentence of more words than this is long; none is where it is 0. */
  readonly longSentence: number;
}

/** A long sentence is named by so many of its first words. */
const START_WORDS = 5;

/** English and German endings: "terminated", "schnellstmöglichen". */
const ENDING = '(?:e[mnrs]?|n|s|d|ed|ing)?';

/** The word in any case and with the usual endings, apart from what only contains it; initials only as they are. */
function patternOf(word: string): RegExp {
  const phrase = word.trim().split(/\s+/).map(literal).join('\\s+');
  const ending = /\p{L}$/u.test(word.trim()) ? ENDING : '';
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${phrase}${ending}(?![\\p{L}\\p{N}])`,
    word === word.toUpperCase() ? 'u' : 'iu',
  );
}

function hardWords(text: string, words: readonly PlainWord[]): PlainAdvice[] {
  const found = words.flatMap(({ word, plain }) => {
    const match = word.trim() === '' ? null : patternOf(word).exec(text);
    return match ? [{ at: match.index, length: match[0].length, found: match[0], plain }] : [];
  });
  // "in Bezug auf" is said once, not "Bezug" again inside it.
  const inOther = (one: (typeof found)[number]): boolean =>
    found.some(
      (other) =>
        other.length > one.length && other.at <= one.at && one.at + one.length <= other.at + other.length,
    );
  return found
    .filter((one) => !inOther(one))
    .sort((a, b) => a.at - b.at)
    .map((one) => ({ kind: 'word', found: one.found.replace(/\s+/g, ' '), plain: one.plain }));
}

function longSentences(text: string, limit: number): PlainAdvice[] {
  if (limit <= 0) return [];
  return sentencesOf(text).flatMap((sentence): PlainAdvice[] => {
    const words = wordsIn(sentence);
    if (words.length <= limit) return [];
    return [{ kind: 'sentence', start: words.slice(0, START_WORDS).join(' '), words: words.length }];
  });
}

/** What in a reply could be said more plainly: hard words first, in the order of the text, then long sentences. */
export function plainAdvice(text: string, { words, longSentence }: PlainRules): PlainAdvice[] {
  return [...hardWords(text, words), ...longSentences(text, longSentence)];
}
