import type { Word } from './words.ts';

const NEGATORS = new Set(
  'no not never nothing none without neither nor cannot nicht kein keine keinen keinem keiner keinerlei nie niemals ohne weder keinesfalls keineswegs'.split(
    ' ',
  ),
);

/** Words through which a "no" reaches what it denies: "not going to make a formal", "möchte mich nicht über". */
const TRANSPARENT = new Set(
  'a an any as is to be want wanted wish wishing mean meant intend intending going like really make making made raise file have about formal formally official further other ein eine einen einer eines als zu mich mir uns hier will möchte wollte wirklich förmlich förmliche formelle formellen offiziell offizielle weitere weiteren grund anlass zur über'.split(
    ' ',
  ),
);

const REACH = 7;

function isNegator({ text }: Word): boolean {
  const plain = text.toLowerCase().replace('’', "'");
  return NEGATORS.has(plain) || plain.endsWith("n't");
}

/** "Not only", "nicht nur": that denies nothing. */
function denies(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1]?.text.toLowerCase();
  return word !== undefined && isNegator(word) && next !== 'only' && next !== 'nur' && next !== 'just';
}

/** Whether what stands from `first` to `last` is denied: "no complaints", "keine Beschwerde", "beschwere mich nicht". */
export function isDenied(words: readonly Word[], first: number, last: number): boolean {
  const sentence = words[first]?.sentence;
  for (let index = first; index <= last; index += 1) {
    if (words[index]?.sentence === sentence && denies(words, index)) return true;
  }
  // "I want to complain: no connection" denies something else.
  if (words[last + 1]?.clause === words[last]?.clause && denies(words, last + 1)) return true;
  for (let index = first - 1; index >= Math.max(0, first - REACH); index -= 1) {
    const word = words[index];
    if (word === undefined || word.sentence !== sentence) return false;
    if (denies(words, index)) return true;
    if (!TRANSPARENT.has(word.text.toLowerCase())) return false;
  }
  return false;
}

/** Whether a phrase itself says no, as "still not fixed" does. */
export function saysNo(words: readonly Word[]): boolean {
  return words.some(isNegator);
}
