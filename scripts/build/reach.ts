import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Imports of our own that are still there once types are erased; a file is named in full, with its ending. */
const AT_ONCE = /^(?:import|export) (?!type\b)(?:[\w$*{},\s]+? from )?'(\.[^']+\.tsx?)'/gm;
const ON_DEMAND = /\bimport\(\s*'(\.[^']+\.tsx?)'\s*\)/g;

export interface Reach {
  /** The sources of what a page loads at once. */
  readonly first: readonly string[];
  /** Of what it may load later, apart from those. */
  readonly later: readonly string[];
}

/** What a page's first module leads to, by the import statements in the sources of ours. */
export async function reachOf(entry: string): Promise<Reach> {
  const sources = new Map<string, string>();

  async function walk(start: readonly string[], ways: readonly RegExp[]): Promise<string[]> {
    const found: string[] = [];
    const waiting = [...start];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (sources.has(file)) continue;
      const source = await readFile(file, 'utf8');
      sources.set(file, source);
      found.push(source);
      waiting.push(...linksOf(file, ways));
    }
    return found;
  }

  const linksOf = (file: string, ways: readonly RegExp[]): string[] =>
    ways.flatMap((way) =>
      [...(sources.get(file) ?? '').matchAll(way)].map(([, to = '']) => join(dirname(file), to)),
    );

  const first = await walk([entry], [AT_ONCE]);
  const doors = [...sources.keys()].flatMap((file) => linksOf(file, [ON_DEMAND]));
  return { first, later: await walk(doors, [AT_ONCE, ON_DEMAND]) };
}
