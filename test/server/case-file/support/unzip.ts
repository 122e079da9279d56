import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];

/** Reads an archive by its list of files, with Node's own inflate: nothing of what made it takes part. @throws Error */
export function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('the archive has no list of files');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('the list of files is broken');
    const [method, crc, packed, size] = [
      archive.readUInt16LE(at + 10),
      archive.readUInt32LE(at + 16),
      archive.readUInt32LE(at + 20),
      archive.readUInt32LE(at + 24),
    ];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = archive.readUInt32LE(at + 42);
    if (archive.readUInt32LE(local) !== LOCAL) throw new Error(`${name} is not where the list says`);
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const raw = archive.subarray(from, from + packed);
    const bytes = method === 0 ? raw : inflateRawSync(raw);
    if (bytes.length !== size || crc32(bytes) !== crc) throw new Error(`${name} is damaged`);
    if (files.has(name)) throw new Error(`${name} is there twice`);
    files.set(name, bytes);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

const manifestShape = z.looseObject({
  files: z.array(
    z.looseObject({
      path: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      what: z.string(),
      ticketId: z.number().optional(),
      auditId: z.number().optional(),
      originalName: z.string().optional(),
    }),
  ),
  missing: z.array(z.looseObject({ originalName: z.string(), why: z.string(), auditId: z.number() })),
  leftOut: z.object({
    internalNotes: z.array(z.looseObject({ auditId: z.number(), attachments: z.number() })),
  }),
});

export interface ReadFile {
  readonly files: Map<string, Buffer>;
  readonly manifest: z.infer<typeof manifestShape>;
  /** The text of a file. @throws Error where it is not there */
  text(path: string): string;
}

/** A case file whose manifest is the last file, and right about all others. @throws Error */
export function readCaseFile(archive: Buffer): ReadFile {
  const files = unzip(archive);
  const text = (path: string): string => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`there is no ${path} among ${[...files.keys()].join(', ')}`);
    return bytes.toString('utf8');
  };
  const manifest = manifestShape.parse(JSON.parse(text('manifest.json')));
  const paths = [...files.keys()];
  if (paths.at(-1) !== 'manifest.json') throw new Error('the manifest is not the last file');
  const listed = manifest.files.map(({ path }) => path);
  if (JSON.stringify(listed) !== JSON.stringify(paths.slice(0, -1)))
    throw new Error(`the manifest lists ${listed}, the archive holds ${paths}`);
  for (const { path, bytes, sha256 } of manifest.files) {
    const held = files.get(path) ?? Buffer.alloc(0);
    const digest = createHash('sha256').update(held).digest('hex');
    if (held.length !== bytes || digest !== sha256) throw new Error(`the manifest is wrong about ${path}`);
  }
  return { files, manifest, text };
}
