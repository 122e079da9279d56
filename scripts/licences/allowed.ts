/**
 * Licences under which a package may be used by MIT-licensed software that is handed on: permissive ones, and MPL-2.0,
 * whose terms end at the files of the package itself. By SPDX's identifiers.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'CC0-1.0',
  'Unlicense',
  // Python's, of a package that was translated from it; permissive.
  'PSF-2.0',
  // Of data (the holidays): may be used where its source is named, as docs/calendars.md does.
  'CC-BY-3.0',
  'MPL-2.0',
]);

/** Whether all parts of `A AND B`, or one of `A OR B`, are allowed; without nested brackets, which nobody states. */
export function isAllowed(licence: string): boolean {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  const one = (name: string): boolean => ALLOWED.has(name.trim());
  if (/ OR /.test(plain)) return plain.split(' OR ').some(isAllowed);
  return plain.split(/ AND | and /).every(one);
}
