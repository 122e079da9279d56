import { unzipSync } from 'fflate';
import { centralDirectory, type ZipEntry } from './central-directory.ts';
import { MAX_FILE_BYTES, MAX_FILES, MAX_PACKAGE_BYTES, type PackageFiles } from './package-files.ts';

/**
 * The files of a package in a zip archive, unpacked in memory.
 * @throws Error for an archive that is broken, too large, or names places outside of itself
 */
export function readZip(archive: Uint8Array): PackageFiles {
  const entries = centralDirectory(archive).filter((it) => !it.name.endsWith('/'));
  assertHarmless(entries);
  const links = new Set(entries.filter((it) => it.isLink).map((it) => it.name));
  // The unpacker writes into a buffer of the size that was checked, so an entry that lies about it gains nothing.
  const files = new Map(Object.entries(unzipSync(archive, { filter: ({ name }) => isWanted(name, links) })));
  return {
    names: [...files.keys()].sort(),
    links: [...links].sort(),
    bytes: (name) => files.get(name),
  };
}

function isWanted(name: string, links: ReadonlySet<string>): boolean {
  return !name.endsWith('/') && !links.has(name);
}

function assertHarmless(entries: readonly ZipEntry[]): void {
  if (entries.length > MAX_FILES) throw new Error(`it holds more than ${MAX_FILES} files`);
  const names = new Set<string>();
  for (const { name, size } of entries) {
    if (!isInside(name)) throw new Error(`the entry "${name}" lies outside of the package`);
    if (names.has(name)) throw new Error(`the entry "${name}" is there twice`);
    if (size > MAX_FILE_BYTES) throw new Error(`the entry "${name}" is larger than ${MAX_FILE_BYTES} bytes`);
    names.add(name);
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_PACKAGE_BYTES) throw new Error(`it unpacks to more than ${MAX_PACKAGE_BYTES} bytes`);
}

function isInside(name: string): boolean {
  const parts = name.split('/');
  return (
    !/^[a-z]:|[\\\0]/i.test(name) && !parts.includes('..') && !parts.includes('') && !parts.includes('.')
  );
}
