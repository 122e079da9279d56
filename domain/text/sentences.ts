/** Abbreviations after which a capital letter begins no sentence, in lower case; those of single letters apart. */
const ABBREVIATIONS = new Set([
  // English
  ...['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'no', 'nos', 'ltd', 'inc', 'co', 'vs', 'approx', 'ref', 'tel'],
  ...['ext', 'para', 'incl', 'max', 'min', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep'],
  ...['oct', 'nov', 'dec', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  // German
  ...[
    'bzw',
    'ca',
    'nr',
    'hr',
    'fr',
    'str',
    'abs',
    'art',
    'ggf',
    'evtl',
    'inkl',
    'zzgl',
    'vgl',
    'gem',
    'bzgl',
  ],
  ...[
    'tgl',
    'mio',
    'mrd',
    'jän',
    'mär',
    'okt',
    'dez',
    'mo',
    'di',
    'mi',
    'do',
    'geb',
    'usf',
    'sog',
    'std',
    'hd',
  ],
]);

/** What may stand after the dot: closing quotes and brackets. */
const CLOSING = /[)\]"'»“”’]/;

/** The letters right before `at`, in lower case: "b" for "z.B." and "z. B.". */
function before(text: string, at: number): string {
  return /\p{L}+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0].toLowerCase() ?? '';
}

/** "Am 3. April", "§ 4. Absatz": a number of at most two digits and a dot, followed by anything, is an ordinal. */
function isOrdinal(text: string, at: number): boolean {
  return /(?<!\d)\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at));
}

function endsAt(text: string, at: number): boolean {
  if (text[at] !== '.') return true;
  const word = before(text, at);
  // A single letter is an initial or part of an abbreviation: "J. Weber", "z. B.", "i.e.".
  if (word.length === 1 || ABBREVIATIONS.has(word)) return false;
  const next = text.slice(at + 1, at + 40).trimStart();
  // "etc. and so on": what goes on in small letters is no new sentence.
  return !isOrdinal(text, at) && !/^\p{Ll}/u.test(next);
}

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (!'.!?…'.includes(line[at] ?? ' ')) continue;
    let end = at + 1;
    while (end < line.length && CLOSING.test(line[end] ?? '')) end += 1;
    const apart = end >= line.length || /\s/.test(line[end] ?? '');
    if (!apart || !endsAt(line, at)) continue;
    sentences.push(line.slice(start, end));
    start = end;
  }
  return [...sentences, line.slice(start)].map((one) => one.trim()).filter((one) => one !== '');
}

/**
 * The sentences of a text in English or German. A line's end ends a sentence too: greetings and lists have no stops.
 * Abbreviations ("z. B.", "e.g."), initials and ordinals ("am 3. April") don't. Time grows with the length only.
 */
export function sentencesOf(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap(sentencesOfLine);
}

/** The words of a text: letters and digits, with what joins them ("z.B.", "don’t", "25,00", "14:30"). */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.,:'’/@_-][\p{L}\p{N}]+)*/gu) ?? [];
}
