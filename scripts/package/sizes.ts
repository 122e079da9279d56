import { gzipSync } from 'fflate';
import type { Content } from './read-contents.ts';

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** A table of all files with their sizes, raw and as a server would send them. */
export function sizesText(contents: readonly Content[]): string {
  const rows = contents.map(({ name, bytes }): [string, number, number] => [
    name,
    bytes.length,
    gzipSync(bytes, { level: 9, mtime: 0 }).length,
  ]);
  const sum = (index: 1 | 2): number => rows.reduce((total, row) => total + row[index], 0);
  const all: [string, number, number][] = [...rows, ['in all', sum(1), sum(2)]];
  const width = Math.max(...all.map(([name]) => name.length));
  return all
    .map(
      ([name, raw, gzip]) =>
        `${name.padEnd(width)}  ${inKilobytes(raw).padStart(9)}  ${inKilobytes(gzip).padStart(9)} gzip`,
    )
    .join('\n');
}
