import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

// Run as a program: builds the workspace's page and the SDK into the folder that it is given.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder is the workspace built into?');

const shared = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  root: fileURLToPath(new URL('../workspace/', import.meta.url)),
} as const;

await build({
  ...shared,
  base: '/agent/',
  plugins: [react()],
  build: {
    outDir: join(folder, 'page'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
});
await build({
  ...shared,
  build: {
    outDir: join(folder, 'sdk'),
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: {
      entry: createRequire(import.meta.url).resolve('zendesk_app_framework_sdk'),
      name: 'ZAFClient',
      formats: ['iife'],
      fileName: () => 'zaf_sdk.min.js',
    },
  },
});
