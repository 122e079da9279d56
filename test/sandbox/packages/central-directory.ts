/** An entry as the archive's own list of contents names it. */
export interface ZipEntry {
  name: string;
  size: number;
  isLink: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/**
 * What a zip archive says that it holds, with the modes that unpackers leave out: a link can't be told from a file
 * without them. @throws Error for bytes that are no zip archive
 */
export function centralDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY)
      throw new Error('its list of contents is broken');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      isLink: bytes[at + 5] === UNIX && ((view.getUint32(at + 38, true) >>> 16) & FILE_TYPE) === LINK,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record is the last thing in the file, but for a comment of up to 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Error('it is no zip archive');
}
