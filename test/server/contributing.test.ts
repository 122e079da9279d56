import { access, glob, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

/** Words in backticks or links that are paths of the repository. */
const PATH =
  /[`(]((?:\.\/)?(?:[\w.-]+\/)*[\w.-]+(?:\/|\.(?:ts|tsx|md|json|yaml))|(?:[\w.-]+\/)+[\w.-]+)[`)]/g;
const COMMAND = /npm run (?:-s )?([\w:-]+)/g;

/** A file beside one that was named with its folder goes by its name alone. */
const names = new Set<string>();
beforeAll(async () => {
  for await (const path of glob('{domain,server,app}/**/*.{ts,tsx}')) names.add(basename(path));
});

const there = async (path: string): Promise<boolean> =>
  names.has(path) ||
  (await access(path).then(
    () => true,
    () => false,
  ));

describe.each(['CONTRIBUTING.md', 'HOW_IT_WORKS.md'])('%s', (file) => {
  test('names no file or folder that is not there', async () => {
    const paths = [...(await readFile(file, 'utf8')).matchAll(PATH)].flatMap(([, path]) => path ?? []);
    expect(paths.length).toBeGreaterThan(20);
    const gone = await Promise.all(paths.map(async (path) => ((await there(path)) ? [] : [path])));
    expect(gone.flat()).toEqual([]);
  });

  test('names no command that is not there', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    const named = [...(await readFile(file, 'utf8')).matchAll(COMMAND)].map(([, name = '']) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
