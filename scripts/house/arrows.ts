import { glob, readFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';

/** Which folder imports which: `server/jobs` -> `domain`, by their names. */
export type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** `from './x.ts'` and `import('./x.ts')`, of what is the project's own. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/**
 * The room of a file: the folder below `app` or `server`, `domain` as a whole. Undefined for the single files that lie
 * beside the folders (start, clock, log ...): they put the rooms together, or are used by all.
 */
export function roomOf(path: string): string | undefined {
  const [house = '', room, inside] = path.split('/');
  if (house === 'domain') return house;
  return (house === 'app' || house === 'server') && inside !== undefined ? `${house}/${room}` : undefined;
}

async function importsOf(root: string, path: string): Promise<string[]> {
  const source = await readFile(join(root, path), 'utf8');
  return [...source.matchAll(IMPORT)].map(([, to = '']) => posix.normalize(posix.join(dirname(path), to)));
}

/** Every arrow between rooms, read from the import statements of all files. */
export async function readArrows(root: string): Promise<Arrows> {
  const arrows = new Map<string, Set<string>>();
  for await (const found of glob('{domain,server,app}/**/*.{ts,tsx}', { cwd: root })) {
    const path = found.split(sep).join('/');
    const room = roomOf(path);
    if (room === undefined) continue;
    const to = arrows.get(room) ?? new Set();
    arrows.set(room, to);
    for (const target of await importsOf(root, path)) {
      const other = roomOf(target);
      if (other !== undefined && other !== room) to.add(other);
    }
  }
  return arrows;
}

function reachable(arrows: Arrows, from: string, seen = new Set<string>()): Set<string> {
  for (const to of arrows.get(from) ?? []) {
    if (seen.has(to)) continue;
    seen.add(to);
    reachable(arrows, to, seen);
  }
  return seen;
}

/** Rooms that lead back to themselves; none where the house is in order. */
export const roundabouts = (arrows: Arrows): string[] =>
  [...arrows.keys()].filter((room) => reachable(arrows, room).has(room)).sort();

/** Without those arrows that a longer way says too: what is left is readable, and hides no way. For arrows without circles. */
export function shortened(arrows: Arrows): Arrows {
  const direct = ([room, to]: readonly [string, ReadonlySet<string>]): [string, Set<string>] => {
    const further = new Set([...to].flatMap((one) => [...reachable(arrows, one)]));
    return [room, new Set([...to].filter((one) => !further.has(one)))];
  };
  return new Map([...arrows].map(direct));
}
