import { readFile } from 'node:fs/promises';
import type { Plugin, Rolldown } from 'vite';
import { compileTexts, type Message, type TextTree } from './compile-texts.ts';
import { reachOf } from './reach.ts';

const PARTS = ['first', 'rest', 'whole'] as const;
export type TextPart = (typeof PARTS)[number];
const FILE = /\/translations\/(\w+)\.json\?(first|rest|whole)$/;

/** Every text is named in full, in single quotes, where it is used: test/app/translations.test.ts sees to that. */
export const namedIn = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(
    sources.flatMap((source) => [...source.matchAll(/'(\w+(?:\.\w+)+)'/g)].map(([, name = '']) => name)),
  );

/** Which texts a page needs, by the sources of what it loads at once, and of what it may load later. */
export async function partition(entry: string): Promise<(part: TextPart, name: string) => boolean> {
  const reach = await reachOf(entry);
  const [first, later] = [namedIn(reach.first), namedIn(reach.later)];
  return (part, name) => {
    if (part === 'rest') return later.has(name) && !first.has(name);
    return first.has(name) || (part === 'whole' && later.has(name));
  };
}

/** The files of ours in chunks, as a build has put them together. */
const filesIn = (chunks: readonly Rolldown.OutputChunk[]): string[] =>
  chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => /\/(app|domain)\/.*\.tsx?$/.test(id));

function chunksAtOnce(all: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(all.find(({ fileName }) => fileName === name));
  };
  for (const chunk of all) if (chunk.isEntry) visit(chunk);
  return [...found];
}

export interface TextsOptions {
  /** The page's first module. */
  readonly entry: string;
  /** The groups of translations/ that it may use. */
  readonly groups: readonly string[];
}

/**
 * Gives a page `translations/en.json?first`, `?rest` and `?whole`: the texts it uses, ICU messages already read. So the
 * page goes without intl-messageformat's parser, 9 kB after compression, and draws its first look before the rest of the
 * texts are there. A text that would be missing where it is needed fails the build.
 */
export function texts({ entry, groups }: TextsOptions): Plugin {
  const asked = new Set<TextPart>();
  async function messagesOf(file: string, language: string): Promise<Map<string, Message>> {
    const tree: Readonly<Record<string, TextTree>> = JSON.parse(await readFile(file, 'utf8'));
    return new Map(groups.flatMap((group) => [...compileTexts(tree[group] ?? {}, language)]));
  }
  const all = new Set<string>();

  return {
    name: 'texts',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    load: {
      filter: { id: FILE },
      async handler(id) {
        const [, language = '', name] = FILE.exec(id) ?? [];
        const part = PARTS.find((one) => one === name) ?? 'whole';
        asked.add(part);
        const messages = await messagesOf(id.slice(0, id.indexOf('?')), language);
        for (const key of messages.keys()) all.add(key);
        const isIn = await partition(entry);
        const chosen = Object.fromEntries([...messages].filter(([key]) => isIn(part, key)));
        return { code: `export default ${JSON.stringify(chosen)}`, moduleType: 'js' };
      },
    },
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const isIn = await partition(entry);
      const namesIn = async (files: readonly string[]) =>
        [...namedIn(await Promise.all(files.map((file) => readFile(file, 'utf8'))))].filter((name) =>
          all.has(name),
        );
      const atOnce = asked.has('whole') ? 'whole' : 'first';
      const early = (await namesIn(filesIn(chunksAtOnce(chunks)))).filter((name) => !isIn(atOnce, name));
      const ever = (await namesIn(filesIn(chunks))).filter((name) => !isIn('whole', name));
      const missing = [...new Set([...early, ...ever])];
      if (missing.length > 0)
        this.error(
          `texts that would be missing: ${missing.join(', ')}: scripts/build/reach.ts misses an import`,
        );
    },
  };
}
