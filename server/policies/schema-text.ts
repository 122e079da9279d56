/** What an editor and `policy:check` say of a place in a policy file, and what JSON Schema can say beyond the parser's schema. */
export interface SchemaText {
  readonly description: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly (string | number | boolean | readonly string[])[];
  readonly [more: string]: unknown;
}

export const text = (description: string, ...examples: string[]): SchemaText =>
  examples.length > 0 ? { description, examples } : { description };

const OFFSET = '^\\s*\\d+\\s+(hour|day|calendar day|working day|week|month)s?\\s*$';
const DATE = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
/** Not blank, and without the braces that Liquid takes for a placeholder. */
const LETTER_TEXT = '^(?![\\s\\S]*\\{[{%])[\\s\\S]*\\S';

/** A length of time. */
export const offset = (description: string, ...examples: string[]): SchemaText => ({
  description: `${description} A number and hours, days, working days, weeks or months.`,
  pattern: OFFSET,
  examples,
});
/** A civil date. */
export const date = (description: string): SchemaText => ({
  description: `${description} YYYY-MM-DD.`,
  format: 'date',
  pattern: DATE,
  examples: ['2026-04-08'],
});
/** What letters say. */
export const letter = (description: string, ...examples: string[]): SchemaText => ({
  ...text(description, ...examples),
  pattern: LETTER_TEXT,
});
/** An address in the web. */
export const web = (description: string): SchemaText => ({
  ...text(description, 'https://www.example.com/complaints'),
  pattern: '^https?://',
});

/** What is said of `counting`, of the policy and of a regime. */
export const COUNTING = {
  eventOnNonWorkingDay:
    'An event on a day that does not count: count_from_event takes its date as day 0, roll_forward the next working day. The first is a day stricter.',
  endOnNonWorkingDay:
    'A period in days, weeks or months that ends on a day that does not count: keep, or roll_forward to the next working day. Working days and hours never roll.',
  dayEnds: 'The end of a due day: 24:00, or the close of business as HH:MM.',
};
