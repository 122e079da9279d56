import { withoutQuotes } from './quoted.ts';

/** A greeting on a line of its own, which says nothing of the matter. */
const GREETING =
  /^\s*(?:dear|hello|hi|hey|good (?:morning|afternoon|evening)|hallo|guten|sehr geehrte|liebe)\b.{0,60}[,!:]?\s*$/i;
const SENTENCE = /[^.!?]{1,400}[.!?]+(?=\s|$)/g;

/** The first sentences of a text, as many as fit, for a summary that people then write over; empty where there are none. */
export function firstSentences(text: string, most = 200): string {
  const plain = withoutQuotes(text.slice(0, 4000))
    .split('\n')
    .filter((line) => line.trim() !== '' && !GREETING.test(line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  let summary = '';
  for (const [sentence] of plain.matchAll(SENTENCE)) {
    const longer = `${summary} ${sentence.trim()}`.trim();
    if (longer.length > most) break;
    summary = longer;
  }
  if (summary !== '' || plain.length === 0) return summary;
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}
