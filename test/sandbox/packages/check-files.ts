import type { FaultList } from './fault.ts';
import { MAX_FILE_BYTES, MAX_PACKAGE_BYTES, type PackageFiles } from './package-files.ts';

/** File types that Zendesk takes none of, by extension. */
const REFUSED = new Set(
  'rar zip gz gzip pdf doc docx avi bin bz bz2 csh sh jar mp3 mpeg odt pptx ppt xls xlsx 7z'.split(' '),
);
/** The same by their first bytes, whatever they are called. */
const REFUSED_STARTS: readonly [string, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['bz2', [0x42, 0x5a, 0x68]],
  ['doc', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** What no package may hold: links, archives, office files, and files that are too large. */
export function checkFiles(files: PackageFiles, faults: FaultList): void {
  for (const link of files.links)
    faults.error('symlink_in_zip', link, 'is a symlink. Put the file itself in its place.');
  let total = 0;
  for (const name of files.names) {
    const bytes = files.bytes(name) ?? new Uint8Array();
    total += bytes.length;
    const type = refusedType(name, bytes);
    if (type !== undefined)
      faults.error('unsupported_mime_type_detected', name, `is of the type ${type}. Leave it out.`);
    if (bytes.length > MAX_FILE_BYTES)
      faults.error('file_too_large', name, `has ${bytes.length} bytes, more than ${MAX_FILE_BYTES}.`);
  }
  if (total > MAX_PACKAGE_BYTES)
    faults.error('package_too_large', '.', `has ${total} bytes in all, more than ${MAX_PACKAGE_BYTES}.`);
}

function refusedType(name: string, bytes: Uint8Array): string | undefined {
  const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
  if (extension !== undefined && REFUSED.has(extension)) return extension;
  return REFUSED_STARTS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0];
}
