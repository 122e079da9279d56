import { clearOf, distinct, longest, plainKey, type Span, spansOf } from './span.ts';

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|mär|apr|jun|jul|aug|sept|sep|oct|okt|nov|dec|dez';
const WEEKDAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mon|tue|tues|wed|thu|thurs|fri|sat|sun|mo|di|mi|do|fr|sa|so';
const NOT_AFTER = '(?<![\\p{L}\\p{N}.,/:-])';
const NOT_BEFORE = '(?![\\p{L}\\p{N}]|[./:-]\\d)';
const WEEKDAY = `(?:(?:${WEEKDAYS})\\b\\.?,?\\s(?:the\\s|den\\s|dem\\s)?)?`;
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
const MONTH = '(?:1[0-2]|0?[1-9])';
const YEAR = '(?:(?:19|20)\\d{2}|\\d{2})';

const expression = (pattern: string): RegExp => new RegExp(`${NOT_AFTER}${pattern}${NOT_BEFORE}`, 'giu');

/**
 * Dates as people write them. With slashes a year is asked for, since "1/2" is a half and "24/7" no date; which of the
 * two numbers is the month is not decided here, what was written is kept. "8.4." needs its second point or a year.
 */
const DATES: readonly RegExp[] = [
  expression(`${WEEKDAY}(?:19|20)\\d{2}-(?:1[0-2]|0[1-9])-(?:3[01]|[12]\\d|0[1-9])`),
  expression(
    `${WEEKDAY}${DAY}(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?(?:${MONTHS})\\b\\.?(?:,?\\s(?:19|20)\\d{2}(?!\\d))?`,
  ),
  expression(`${WEEKDAY}(?:${MONTHS})\\b\\.?\\s${DAY}(?:st|nd|rd|th)?(?:,?\\s(?:19|20)\\d{2})?`),
  expression(`${WEEKDAY}${DAY}\\.\\s?${MONTH}\\.\\s?${YEAR}`),
  expression(`${WEEKDAY}${DAY}\\.${MONTH}\\.`),
  expression(`${WEEKDAY}(?:${DAY}[/-]${MONTH}|${MONTH}[/-]${DAY})[/-]${YEAR}`),
];

const HOUR = '(?:2[0-3]|1\\d|0?\\d)';
const MINUTE = '[0-5]\\d';

/** "14:30", "2.30pm", "3 pm", "14 Uhr", "9.15 Uhr", "14 Uhr 30". */
const TIMES: readonly RegExp[] = [
  expression(`${HOUR}[:.]${MINUTE}\\s?(?:uhr|[ap]\\.?m\\b\\.?)`),
  expression(`${HOUR}:${MINUTE}(?:h)?`),
  expression(`(?:1[0-2]|0?[1-9])\\s?(?:am|pm|a\\.m\\.|p\\.m\\.)`),
  expression(`${HOUR}\\s?uhr(?:\\s${MINUTE})?`),
];

/** What stands between a date and its time: "on 30 March, at about 2 pm". */
const BETWEEN =
  /^[\s,(–-]{0,3}(?:(?:at|um|gegen|ab|around|about|approximately|circa|ca\.|on|am|the|den|of|from|von|zwischen|between)[\s,]{1,2}){0,3}$/i;

/** Longer than any such gap: nothing is joined. */
const LONGEST_GAP = 30;

/** The dates of a text without their times; some of them look like telephone numbers. */
export function datesIn(text: string): Span[] {
  return longest(DATES.flatMap((pattern) => spansOf(text, pattern)));
}

interface Joining {
  readonly text: string;
  readonly dates: readonly Span[];
  readonly times: readonly Span[];
}

/** Each date with the time next to it, in whichever order, as one. */
function joined({ text, dates, times }: Joining): Span[] {
  const isDate = new Set(dates);
  const spans: Span[] = [];
  // What stands last is a date or a time by itself, and may still be joined.
  let single: Span | undefined;
  for (const span of [...dates, ...times].sort((a, b) => a.from - b.from)) {
    const gap = single ? text.slice(single.until, span.from) : '';
    const joins =
      single !== undefined &&
      isDate.has(single) !== isDate.has(span) &&
      gap.length <= LONGEST_GAP &&
      BETWEEN.test(gap);
    if (single && joins) {
      spans.pop();
      spans.push({ from: single.from, until: span.until, text: text.slice(single.from, span.until) });
    } else spans.push(span);
    single = joins ? undefined : span;
  }
  return spans;
}

/** Dates and times of day that a text names, a date with the time next to it as one. Kept as they are written. */
export function findTimes(text: string): Span[] {
  const dates = datesIn(text);
  const times = clearOf(longest(TIMES.flatMap((pattern) => spansOf(text, pattern))), dates);
  return distinct(joined({ text, dates, times }), plainKey);
}
