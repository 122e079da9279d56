import { isDenied, saysNo } from './negation.ts';
import { withoutQuotes } from './quoted.ts';
import { separated, stemOf, type Word, wordsOf } from './words.ts';

/** Other words between those of a phrase: "lege hiermit förmlich Beschwerde ein". */
const GAP = 3;
/** So many words are met in any order, as German moves its verbs; longer phrases as they stand. */
const FREE = 2;
/** What is read of a text: nobody begins to complain later. */
const MOST = 20_000;

/** One thing that must be there: any of these sets of stems, all of a set. */
type Part = readonly (readonly string[])[];

interface Phrase {
  readonly parts: readonly Part[];
  readonly saysNo: boolean;
}

interface Read extends Word {
  readonly stems: readonly string[];
}

function partOf(word: string): Part {
  const apart = separated(word);
  const whole = [stemOf(word)];
  // "einlegen" is met by itself, by "einzulegen", and by "lege ... ein".
  return apart ? [whole, [`${apart[0]}+${apart[1]}`], [apart[0], apart[1]]] : [whole];
}

function phraseOf(text: string): Phrase {
  const words = wordsOf(text);
  return { parts: words.map((word) => partOf(word.text)), saysNo: saysNo(words) };
}

function read(word: Word): Read {
  const apart = separated(word.text);
  return { ...word, stems: [stemOf(word.text), ...(apart ? [`${apart[0]}+${apart[1]}`] : [])] };
}

/** Where in a window the stems stand, each at a place of its own; undefined where one is missing. */
function placesOf(
  stems: readonly string[],
  window: readonly Read[],
  { taken, after }: { readonly taken: readonly number[]; readonly after: number },
): number[] | undefined {
  const places: number[] = [];
  for (const stem of stems) {
    const place = window.findIndex(
      (word, index) =>
        index > after && !taken.includes(index) && !places.includes(index) && word.stems.includes(stem),
    );
    if (place < 0) return undefined;
    places.push(place);
  }
  return places;
}

/** The places of a phrase's words in a window that begins with one of them. */
function match({ parts }: Phrase, window: readonly Read[]): number[] | undefined {
  let taken: number[] = [];
  for (const part of parts) {
    const after = parts.length > FREE ? Math.max(-1, ...taken) : -1;
    const places = part
      .map((stems) => placesOf(stems, window, { taken, after }))
      .find((found) => found !== undefined);
    if (!places) return undefined;
    taken = [...taken, ...places];
  }
  return taken.includes(0) ? taken.sort((a, b) => a - b) : undefined;
}

/** The words that matched, as written; an ellipsis where others stand between. */
function shown(window: readonly Read[], places: readonly number[]): string {
  return places
    .map((place, index) => {
      const before = places[index - 1];
      const joint = before === undefined ? '' : place === before + 1 ? ' ' : ' … ';
      return `${joint}${window[place]?.text ?? ''}`;
    })
    .join('');
}

interface Found {
  /** Where the words stand, by number. */
  readonly places: readonly number[];
  readonly text: string;
}

function find(phrase: Phrase, words: readonly Read[]): Found | undefined {
  const length = phrase.parts.length + GAP + 1;
  const wanted = new Set(phrase.parts.flat(2));
  for (let at = 0; at < words.length; at += 1) {
    if (!words[at]?.stems.some((stem) => wanted.has(stem))) continue;
    const sentence = words[at]?.sentence;
    const window = words.slice(at, at + length).filter((word) => word.sentence === sentence);
    const places = match(phrase, window);
    if (!places) continue;
    const last = at + (places.at(-1) ?? 0);
    if (phrase.saysNo || !isDenied(words, at, last)) {
      return { places: places.map((place) => at + place), text: shown(window, places) };
    }
  }
  return undefined;
}

const gapsIn = ({ places }: Found): number => (places.at(-1) ?? 0) - (places[0] ?? 0) + 1 - places.length;

/** Of phrases that are met by the same words, the one that stands there as it is written. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => gapsIn(a) - gapsIn(b) || b.places.length - a.places.length)) {
    if (!kept.some(({ places }) => places.some((place) => one.places.includes(place)))) kept.push(one);
  }
  return kept.sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
}

/**
 * The phrases of a list that a text holds, in the words of the text and in its order: for the hint that it may be a
 * complaint. A phrase is met by other forms of its words, with up to three others between; not where the text denies it
 * ("no complaints"), nor in earlier mails that it quotes.
 */
export function matchedPhrases(text: string, phrases: readonly string[]): string[] {
  const words = wordsOf(withoutQuotes(text.slice(0, MOST))).map(read);
  const found = phrases
    .map(phraseOf)
    .filter(({ parts }) => parts.length > 0)
    .flatMap((phrase) => find(phrase, words) ?? []);
  return [...new Map(apart(found).map(({ text: match }) => [match.toLowerCase(), match])).values()];
}
