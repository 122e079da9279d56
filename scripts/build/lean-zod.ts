import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const PARTS = /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;
/** Called as each schema is made; what they answer is what is left out. */
const MAKERS = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];

function namesIn(code: string): string[] {
  const declared = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
    ([, name = '']) => name,
  );
  const renamed = [...code.matchAll(/^export \{ \w+ as (\w+) \};?$/gm)].map(([, name = '']) => name);
  return [...declared, ...renamed];
}

/**
 * Leaves out of a page what zod needs to write JSON schemas, which every schema holds on to and no page ever asks for:
 * 5 kB after compression.
 */
export function leanZod(): Plugin {
  return {
    name: 'lean-zod',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: PARTS },
      async handler(id) {
        const names = namesIn(await readFile(id, 'utf8'));
        if (names.length === 0)
          throw new Error(`${id} exports nothing any more: scripts/build/lean-zod.ts is out of date`);
        const leftOut = "() => { throw new Error('JSON schemas are left out of this page'); }";
        const lines = names.map(
          (name) => `const ${name}_ = ${MAKERS.includes(name) ? '() => undefined' : leftOut};`,
        );
        return [...lines, `export { ${names.map((name) => `${name}_ as ${name}`).join(', ')} };`].join('\n');
      },
    },
  };
}
