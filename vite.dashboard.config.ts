import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanGarden } from './scripts/build/lean-garden.ts';
import { leanZod } from './scripts/build/lean-zod.ts';
import { texts } from './scripts/build/texts.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Builds the leads' page into dist/dashboard, which the service serves. */
export default defineConfig({
  root: join(root, 'app', 'dashboard'),
  // The service stands wherever it was put.
  base: './',
  publicDir: false,
  plugins: [
    react(),
    leanGarden(),
    leanZod(),
    texts({ entry: join(root, 'app', 'dashboard', 'main.tsx'), groups: ['ui', 'dashboard'] }),
  ],
  build: {
    outDir: join(root, 'dist', 'dashboard'),
    emptyOutDir: true,
    license: { fileName: 'third-party-licences.txt' },
    chunkSizeWarningLimit: 800,
    rollupOptions: { input: join(root, 'app', 'dashboard', 'index.html') },
  },
});
