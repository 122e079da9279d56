import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { leanGarden } from './scripts/build/lean-garden.ts';
import { leanZod } from './scripts/build/lean-zod.ts';
import { plainImports } from './scripts/build/plain-imports.ts';
import { PURE } from './scripts/build/pure.ts';
import { texts } from './scripts/build/texts.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What Zendesk reads beside the page: manifest, translations, logos. Nothing else goes into the package. */
function packageFiles(): Plugin {
  let outDir = '';
  return {
    name: 'zendesk-package-files',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const target = join(outDir, '..');
      await mkdir(target, { recursive: true });
      await cp(join(root, 'manifest.json'), join(target, 'manifest.json'));
      await cp(join(root, 'translations'), join(target, 'translations'), { recursive: true });
      await cp(join(root, 'assets'), outDir, { recursive: true });
    },
  };
}

/** Builds the Zendesk app package into dist/app. */
export default defineConfig({
  root: join(root, 'app'),
  base: './',
  publicDir: false,
  plugins: [
    react(),
    leanGarden(),
    leanZod(),
    plainImports(),
    texts({ entry: join(root, 'app', 'sidebar', 'main.tsx'), groups: ['ui'] }),
    packageFiles(),
  ],
  build: {
    outDir: '../dist/app/assets',
    emptyOutDir: true,
    assetsDir: '.',
    license: { fileName: 'third-party-licences.txt' },
    // What is loaded at once is one file; what comes later is loaded when there is time, and waits for no click.
    modulePreload: false,
    rollupOptions: {
      input: join(root, 'app', 'sidebar.html'),
      treeshake: { manualPureFunctions: [...PURE] },
      output: {
        codeSplitting: { groups: [{ name: 'sidebar', tags: ['$initial'] }] },
        // Rollup names a file by a module in it, which may be another package's.
        chunkFileNames: ({ name, facadeModuleId }) =>
          `${facadeModuleId?.endsWith('?rest') ? 'more-' : ''}${name.replaceAll('.', '-')}-[hash].js`,
      },
    },
  },
});
