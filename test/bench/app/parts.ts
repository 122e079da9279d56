import { mkdtemp, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');

interface Chunk {
  readonly code: string;
  readonly map: string;
  readonly imports: readonly string[];
  readonly isEntry: boolean;
}

export interface Parts {
  /** Bytes after gzip: of what is loaded before the first countdown, in one language; of all there is. */
  readonly first: number;
  readonly all: number;
  /** Of the first, by package or folder of ours, the largest first. */
  readonly costs: readonly (readonly [string, number])[];
}

/** The sidebar's build as the package has it, with the maps that tell what came from where. */
async function buildChunks(beside: string): Promise<Map<string, Chunk>> {
  const built = await build({
    configFile: join(ROOT, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // What lies beside the page in the package is written even so.
    build: { write: false, sourcemap: true, outDir: join(beside, 'assets') },
  });
  const chunks = new Map<string, Chunk>();
  if (!('output' in built)) throw new Error('the sidebar was not built as one page');
  for (const one of built.output)
    if (one.type === 'chunk')
      chunks.set(one.fileName, {
        code: one.code,
        map: one.map?.toString() ?? '',
        imports: one.imports,
        isEntry: one.isEntry,
      });
  return chunks;
}

/** The file that the page names, what it imports, and one language. */
function firstOf(chunks: ReadonlyMap<string, Chunk>): Set<string> {
  const first = new Set<string>();
  const waiting = [...chunks]
    .filter(([name, { isEntry }]) => isEntry || /^en-/.test(name))
    .map(([name]) => name);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (first.has(name)) continue;
    first.add(name);
    waiting.push(...(chunks.get(name)?.imports ?? []));
  }
  return first;
}

/** `react-dom`, `@zendeskgarden/react-forms`, `app/sidebar`. */
function partOf(source: string | undefined): string {
  if (source === undefined) return 'texts';
  const [, inPackages] = /.*node_modules\/(.+)/.exec(source) ?? [];
  if (inPackages !== undefined)
    return inPackages
      .split('/')
      .slice(0, inPackages.startsWith('@') ? 2 : 1)
      .join('/');
  // Named from the folder of the build, which may lie anywhere.
  const [own = source] = /(?:app|domain|translations)\/[^/]*(?:\/.*)?$/.exec(source) ?? [];
  return own
    .split('/')
    .slice(0, 2)
    .join('/')
    .replace(/^domain\/.*/, 'domain');
}

const EVERY = 8;

/** Shares of a chunk's parts, by every eighth character of it. */
function sharesOf({ code, map }: Chunk): Map<string, number> {
  const shares = new Map<string, number>();
  const found = map === '' ? undefined : new SourceMap(JSON.parse(map));
  for (const [line, text] of code.split('\n').entries())
    for (let column = 0; column < text.length; column += EVERY) {
      const entry = found?.findEntry(line, column);
      const part = partOf(entry && 'originalSource' in entry ? entry.originalSource : undefined);
      shares.set(part, (shares.get(part) ?? 0) + Math.min(EVERY, text.length - column) / code.length);
    }
  return shares;
}

/** What the sidebar's JavaScript costs, and why. */
export async function partsOfSidebar(): Promise<Parts> {
  const beside = await mkdtemp(join(tmpdir(), 'complaint-clock-parts-'));
  const chunks = await buildChunks(beside).finally(() => rm(beside, { recursive: true, force: true }));
  const names = firstOf(chunks);
  const costs = new Map<string, number>();
  let [first, all] = [0, 0];
  for (const [name, chunk] of chunks) {
    const size = gzipSync(chunk.code).length;
    all += size;
    if (!names.has(name)) continue;
    first += size;
    for (const [part, share] of sharesOf(chunk)) costs.set(part, (costs.get(part) ?? 0) + share * size);
  }
  return { first, all, costs: [...costs].sort(([, a], [, b]) => b - a) };
}
