import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** A file of the package: its path in the zip, with forward slashes, and what it holds. */
export interface Content {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All that a package of ours holds. Zendesk takes more; a file that is none of these is one that slipped in. */
const BELONGS = [
  /^manifest\.json$/,
  /^translations\/[a-z]{2,3}(-[a-z0-9]{2,3})?\.json$/,
  /^assets\/[\w-]+\.(html|js|css|png|svg|txt)$/,
];

/** By code points: the order is the same on every machine. */
const byName = (a: Content, b: Content): number => (a.name < b.name ? -1 : 1);

/**
 * The files of a built package, in the order in which they are packed.
 * @throws Error naming each file, link or folder that doesn't belong into it
 */
export async function readContents(folder: string): Promise<Content[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => !entry.isDirectory(),
  );
  const nameOf = (entry: (typeof entries)[number]): string =>
    relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
  const strays = entries.filter(
    (entry) => !entry.isFile() || !BELONGS.some((one) => one.test(nameOf(entry))),
  );
  if (strays.length > 0)
    throw new Error(`these don't belong into the package: ${strays.map(nameOf).sort().join(', ')}`);
  const contents = entries.map(async (entry) => ({
    name: nameOf(entry),
    bytes: new Uint8Array(await readFile(join(entry.parentPath, entry.name))),
  }));
  return (await Promise.all(contents)).sort(byName);
}
