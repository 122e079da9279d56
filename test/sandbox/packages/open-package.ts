import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackageFiles } from './package-files.ts';
import { readFolder } from './read-folder.ts';
import { readZip } from './read-zip.ts';

/** Reads an app package: a folder, or a zip file. @throws Error naming the path and what is wrong */
export function openPackage(path: string): PackageFiles {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined)
    throw new Error(`${path}/manifest.json cannot be read as an app manifest: there is no ${path}.`);
  try {
    return kind.isDirectory() ? readFolder(path) : readZip(readFileSync(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path} cannot be read as an app package: ${reason}.`, { cause: error });
  }
}

/** Writes the files of a package into a new folder of the system's place for such, and answers the folder. */
export function unpack(files: PackageFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-app-'));
  for (const name of files.names) {
    const bytes = files.bytes(name);
    if (bytes === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}
