import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { leanZod } from './scripts/build/lean-zod.ts';

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
  plugins: [react(), leanZod(), packageFiles()],
  build: {
    outDir: '../dist/app/assets',
    emptyOutDir: true,
    assetsDir: '.',
    license: { fileName: 'third-party-licences.txt' },
    rollupOptions: {
      input: join(root, 'app', 'sidebar.html'),
      // Rollup names a file by a module in it, which may be another package's.
      output: { chunkFileNames: ({ name }) => `${name.replaceAll('.', '-')}-[hash].js` },
    },
  },
});
