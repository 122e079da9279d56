import { type Zippable, zipSync } from 'fflate';
import type { Content } from './read-contents.ts';

/** Zip knows no zone and nothing before 1980; fflate writes the parts of local time, so these are the same everywhere. */
const stamp = (): Date => new Date(1980, 0, 1);
const UNIX = 3;
/** A regular file that everybody may read. */
const MODE = 0o100644;

/** The files as a zip archive, the same bytes each time: fixed times, modes and level, in the order given. */
export function zip(contents: readonly Content[]): Uint8Array {
  const entries: Zippable = {};
  const mtime = stamp();
  for (const { name, bytes } of contents)
    entries[name] = [bytes, { level: 9, mtime, os: UNIX, attrs: MODE << 16 }];
  return zipSync(entries);
}
