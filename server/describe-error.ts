import { isZendeskError } from './zendesk/errors.ts';

/** Errors whose message is written by a program about itself. Those of parsers and databases quote what they read. */
const SPEAK_OF_THEMSELVES = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'AssertionError',
  'ZendeskError',
  'CoverageError',
]);

/** ` (25006)`; of what is no error, such as the copies that a library hands on, only what looks like a code. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code === undefined)
    return '';
  const code = String(error.code);
  return error instanceof Error || /^[A-Z0-9_]{3,40}$/.test(code) ? ` (${code})` : '';
}

/** An error as it may be stored and logged: nothing of a ticket's text and no secret can be in it. */
export function describeError(error: unknown): string {
  const code = codeOf(error);
  if (!(error instanceof Error)) return `unknown error${code}`;
  const message = isZendeskError(error) || SPEAK_OF_THEMSELVES.has(error.name) ? `: ${error.message}` : '';
  return `${error.name}${code}${message}`;
}

/** The innermost places of the stack, without the message that heads it. */
export function whereOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}
