/** A word of a text, in the sentence and the clause in which it stands; clauses are counted through the whole text. */
export interface Word {
  /** As written, with the place where it begins. */
  readonly text: string;
  readonly from: number;
  readonly sentence: number;
  readonly clause: number;
}

/** Words and numbers, "don't" as one. A sentence ends at its sign or at an empty line; a line's end alone is none. */
const TOKEN = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[.!?;]+|[,:–—]+|\n\s*\n/gu;

export function wordsOf(text: string): Word[] {
  let sentence = 0;
  let clause = 0;
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index }) => {
    if (/^[\p{L}\p{N}]/u.test(token)) return [{ text: token, from: index, sentence, clause }];
    clause += 1;
    if (!/^[,:–—]/.test(token)) sentence += 1;
    return [];
  });
}

const MARKS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', '’': "'" };
const ENDINGS = /(?:ungen|ung|ingly|ing|edly|ed|ern|em|en|er|es|est|te|ten|tet|(?<!n)st|s|e|(?<![ns])t|ly)$/;

/**
 * What inflected forms of a word have in common, in German and English: "beschwere", "beschweren" and "beschwert" are
 * one. Rough on purpose; three letters are kept at least.
 */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/[äöüß’]/g, (letter) => MARKS[letter] ?? letter);
  let stem = plain;
  for (let turn = 0; turn < 2; turn += 1) {
    const shorter = stem.replace(ENDINGS, '');
    if (shorter.length < 3) break;
    stem = shorter;
  }
  return stem;
}

/** "einzulegen" and "eingelegt" as "einlegen": the prefixes of German verbs that are split off. */
const SEPARABLE = /^(ein|vor|ab|an|aus)(?:zu|ge)?(\p{L}{3,})$/u;

/** Prefix and stem of a German verb that may stand in two parts ("lege ... ein"); undefined for any other word. */
export function separated(word: string): readonly [string, string] | undefined {
  const match = SEPARABLE.exec(word.toLowerCase());
  return match?.[1] && match[2] ? [match[1], stemOf(match[2])] : undefined;
}
