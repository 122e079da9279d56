import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanZod } from './scripts/build/lean-zod.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Builds the leads' page into dist/dashboard, which the service serves. */
export default defineConfig({
  root: join(root, 'app', 'dashboard'),
  // The service stands wherever it was put.
  base: './',
  publicDir: false,
  plugins: [react(), leanZod()],
  build: {
    outDir: join(root, 'dist', 'dashboard'),
    emptyOutDir: true,
    license: { fileName: 'third-party-licences.txt' },
    chunkSizeWarningLimit: 800,
    rollupOptions: { input: join(root, 'app', 'dashboard', 'index.html') },
  },
});
