import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file as it lies in the archive. */
export interface Written {
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A ZIP archive that is sent while it is made: nothing of it is kept. */
export interface Archive {
  /** A text, or bytes as they come. Yields pieces of the archive; what was written, at its end. */
  add(path: string, content: string | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, Written>;
  /** The list of files, without which no program takes it for an archive. */
  end(): Generator<Uint8Array>;
}

/** @param at what the files' times are, epoch milliseconds */
export function createArchive(at: number): Archive {
  let made: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else made.push(piece);
  });
  function* pieces(): Generator<Uint8Array> {
    if (failure) throw failure;
    const ready = made;
    made = [];
    yield* ready;
  }
  return {
    add: async function* (path, content) {
      // Pictures and PDFs are packed already.
      const entry =
        typeof content === 'string' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
      // Zip knows nothing before 1980.
      entry.mtime = Math.max(at, Date.UTC(1980, 0, 2));
      zip.add(entry);
      const hash = createHash('sha256');
      let bytes = 0;
      const chunks = typeof content === 'string' ? [new TextEncoder().encode(content)] : content;
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        entry.push(chunk);
        yield* pieces();
      }
      entry.push(new Uint8Array(), true);
      yield* pieces();
      return { path, bytes, sha256: hash.digest('hex') };
    },
    end: function* () {
      zip.end();
      yield* pieces();
    },
  };
}
