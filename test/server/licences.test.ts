import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isAllowed } from '../../scripts/licences/allowed.ts';
import { licencesPage } from '../../scripts/licences.ts';

test('docs/licences.md names every package of the lock file; `npm run licences` writes it anew', async () => {
  expect(await readFile('docs/licences.md', 'utf8')).toBe(await licencesPage());
});

test.each([
  ['MIT', true],
  ['GPL-3.0-only', false],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['MIT and ISC', true],
  ['UNLICENSED', false],
  ['', false],
])('a package under "%s" may be used: %s', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});
