import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { literal } from '../../domain/text/literal.ts';
import { printable } from '../../server/command/printable.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');

async function sources(folder: string): Promise<[path: string, text: string][]> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
  return Promise.all(files.map(async (path): Promise<[string, string]> => [path, await read(path)]));
}

describe('SECURITY.md', () => {
  it('names tests that exist, one for each threat', async () => {
    const text = await read('SECURITY.md');
    const table = text.slice(text.indexOf('## Threats'), text.indexOf('What is not defended'));
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !/^\| (threat|---)/.test(line));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const named = [...(row.split(' | ').at(-1) ?? '').matchAll(/`(test\/[^`]+)`/g)].map(
        ([, path = '']) => path,
      );
      expect([row, named.length]).not.toEqual([row, 0]);
      for (const path of named) expect([path, (await stat(join(ROOT, path))).isFile()]).toEqual([path, true]);
    }
  });

  it('is right that no dependency is deprecated', async () => {
    expect(await read('package-lock.json')).not.toContain('"deprecated":');
  });
});

describe('the sources', () => {
  it('make no SQL, no page and no program out of text', async () => {
    const all = [...(await sources('server')), ...(await sources('domain')), ...(await sources('app'))];
    expect(all.length).toBeGreaterThan(100);
    const forbidden =
      /sql\.(raw|lit|ref|id|table)\b|dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/;
    expect(all.filter(([, text]) => forbidden.test(text)).map(([path]) => path)).toEqual([]);
  });

  it('make regular expressions of words of their own, and of others only as literal text', async () => {
    const all = [...(await sources('server')), ...(await sources('domain')), ...(await sources('app'))];
    const made = new Map(all.filter(([, text]) => /\bRegExp\(/.test(text)));
    const ofOthers = [
      'domain/text/find-staff.ts',
      'domain/text/plain-language.ts',
      'server/provision/remove/plan-removal.ts',
    ];
    expect([...made.keys()].sort()).toEqual([
      'app/sidebar/draft/new-date.ts',
      'domain/text/find-references.ts',
      'domain/text/find-staff.ts',
      'domain/text/find-times.ts',
      'domain/text/plain-language.ts',
      'server/provision/remove/plan-removal.ts',
      'server/zendesk/told-limits.ts',
    ]);
    for (const path of ofOthers) expect(made.get(path), path).toMatch(/\.map\(literal\)|= literal\(/);
    const hostile = 'a.b*(c+)[d]{2}^$|\\';
    expect(new RegExp(`^${literal(hostile)}$`).test(hostile)).toBe(true);
  });
});

describe('what the commands print', () => {
  it.each([
    ['a\u001b[31mred', 'a?[31mred'],
    ['a\u009b31mred', 'a?31mred'],
    ['two\r\nlines\tand a tab', 'two?\nlines\tand a tab'],
    ['right\u202eleft', 'right?left'],
    ['Müller, 東京', 'Müller, 東京'],
  ])('has no control characters: %j', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});
