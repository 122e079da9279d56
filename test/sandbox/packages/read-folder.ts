import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { PackageFiles } from './package-files.ts';

/** The files of a package in a folder. Links are listed, not followed. @throws Error where the folder can't be read */
export function readFolder(folder: string): PackageFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const pathOf = (entry: (typeof entries)[number]) =>
    relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
  const names = entries.filter((entry) => entry.isFile()).map(pathOf);
  const known = new Set(names);
  return {
    names: names.sort(),
    links: entries
      .filter((entry) => entry.isSymbolicLink())
      .map(pathOf)
      .sort(),
    bytes: (name) => (known.has(name) ? readFileSync(join(folder, name)) : undefined),
  };
}
