import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listedPaths, PolicyFileError, readPolicies } from '../../../server/policies/index.ts';
import { altered, folderWith, GOOD } from './support/texts.ts';

async function refusal(paths: readonly string[]): Promise<string> {
  try {
    await readPolicies(paths);
    return 'nothing was refused';
  } catch (error) {
    return error instanceof PolicyFileError ? error.message : `another error: ${String(error)}`;
  }
}

const second = altered("version: '1'", "version: '2'", altered('2020-01-01', '2026-01-01'));
const other = altered('id: small', 'id: other');
const withBrand = (text: string, brand: number): string =>
  altered('source: a test\n', `source: a test\nappliesTo: { brands: [${brand}] }\n`, text);

it('a file, several, or a folder of them are read, all versions included', async () => {
  const folder = await folderWith({ 'small-1.yaml': GOOD, 'small-2.yml': second, 'notes.txt': 'no policy' });
  const versions = (await readPolicies([folder])).map(({ id, version }) => `${id} ${version}`);
  expect(versions).toEqual(['small 1', 'small 2']);
  expect(await readPolicies([join(folder, 'small-1.yaml'), join(folder, 'small-2.yml')])).toHaveLength(2);
  expect(await readPolicies([folder, join(folder, 'small-1.yaml')])).toHaveLength(2);
});

it('a setting may list several paths', () => {
  expect(listedPaths(' policies/a.yaml, policies/b.yaml,')).toEqual(['policies/a.yaml', 'policies/b.yaml']);
});

it('the shipped policies are read one by one', async () => {
  expect(await readPolicies(['policies/ask4.yaml'])).toMatchObject([{ id: 'ask4' }]);
});

it('all faults of all files are listed with file, line and column', async () => {
  const folder = await folderWith({
    'a.yaml': altered('warn: 1 day', 'warn: soon'),
    'b.yaml': altered('fri]', 'frei]', altered('id: small', 'id: Big')),
  });
  const message = await refusal([folder]);
  expect(message).toContain(`${join(folder, 'a.yaml')}:23:15: "soon" is no length of time`);
  expect(message).toContain(`${join(folder, 'b.yaml')}:1:5: use lower-case letters`);
  expect(message).toContain(`${join(folder, 'b.yaml')}:10:35: "frei" is not known here: did you mean "fri"?`);
});

it.each([
  [
    'two versions from the same day',
    altered("version: '1'", "version: '2'"),
    /b\.yaml:3:16: .*a\.yaml has a version of "small" from the same day/,
  ],
  [
    'two versions of one name',
    altered('2020-01-01', '2026-01-01'),
    /b\.yaml:2:10: .*a\.yaml has a version "1" of "small" too/,
  ],
  ['two policies for all tickets', other, /b\.yaml:1:5: this policy and .*a\.yaml are both for all tickets/],
])('%s are refused', async (_name, text, message) => {
  expect(await refusal([await folderWith({ 'a.yaml': GOOD, 'b.yaml': text })])).toMatch(message);
});

it('a brand belongs to one policy, but to all versions of it', async () => {
  const good = await folderWith({
    'a.yaml': withBrand(GOOD, 7),
    'b.yaml': withBrand(second, 7),
    'c.yaml': withBrand(other, 8),
  });
  expect(await readPolicies([good])).toHaveLength(3);
  const bad = await folderWith({ 'a.yaml': withBrand(GOOD, 7), 'b.yaml': withBrand(other, 7) });
  expect(await refusal([bad])).toMatch(
    /b\.yaml:5:23: .*a\.yaml is for the brand 7 too: take it out of one of them/,
  );
});

it.each([
  ['a file that is not there', ['nowhere.yaml'], /nowhere\.yaml can't be read: check the path/],
  ['no path at all', [], /name a file or a folder/],
])('%s is refused', async (_name, paths, message) => {
  expect(await refusal(paths)).toMatch(message);
});

it('a folder without a policy is refused', async () => {
  expect(await refusal([await folderWith({ 'notes.txt': 'none' })])).toMatch(
    /holds no policy: put a \.yaml file into it/,
  );
});
