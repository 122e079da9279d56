import { glob, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMPLAINT_TAG, SERVICE_TAGS } from '../../../domain/terms.ts';
import { FAILURES } from '../../../server/jobs/failure-classes.ts';
import { ENGLISH } from '../../../server/reconcile/note-words-en.ts';
import { FAULTS } from './support/faults.ts';

let doc: string;
let source: string;
/** First cells of all rows of tables. */
let rows: string[];

beforeAll(async () => {
  doc = await readFile('docs/operations.md', 'utf8');
  rows = doc.split('\n').flatMap((line) => /^\| (.+?) \|/.exec(line)?.[1] ?? []);
  const texts: string[] = [];
  for await (const path of glob('server/**/*.ts')) texts.push(await readFile(path, 'utf8'));
  source = texts.join('\n');
});

const named = (pattern: RegExp): string[] => [
  ...new Set([...doc.matchAll(pattern)].flatMap(([, found]) => found ?? [])),
];

describe('docs/operations.md', () => {
  test('has a row for each row of the fault matrix', () => {
    const faults = [...FAULTS.map(({ name }) => name), 'connection refused', '401 credentials revoked'];
    expect(rows).toEqual(expect.arrayContaining(faults));
  });

  test('has each failure code in a row, and each mark', () => {
    const inTables = doc
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    for (const code of Object.keys(FAILURES)) expect(inTables).toContain(`\`${code}\``);
    for (const mark of Object.keys(ENGLISH.mark)) expect(doc).toContain(`\`${mark}\``);
  });

  test('names no metric, code, mark, tag or log line that the service does not have', () => {
    const metrics = named(/`(complaint_clock_\w+)`/g);
    expect(metrics.length).toBeGreaterThan(8);
    for (const metric of metrics) expect(source).toContain(`'${metric}'`);
    const tags: string[] = [COMPLAINT_TAG, ...Object.values(SERVICE_TAGS)];
    const known = new Set([...Object.keys(FAILURES), ...Object.keys(ENGLISH.mark), ...tags]);
    const words = named(/`([a-z]+(?:_[a-z]+)+)`/g).filter(
      (word) => !metrics.includes(word) && !known.has(word),
    );
    for (const word of words) expect(source).toContain(`'${word}'`);
    const lines = named(/log(?: of the other)? `([^`]+)`/g);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(source).toContain(line);
  });

  test('names only commands, settings and files that there are', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
    for (const script of named(/`npm run (?:-s )?([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const setting of named(/`([A-Z]+(?:_[A-Z]+)+)`/g)) expect(source).toContain(setting);
    for (const path of named(/`((?:test|server)\/[^`]+\.ts)`/g))
      expect((await readFile(path, 'utf8')).length).toBeGreaterThan(0);
  });
});
