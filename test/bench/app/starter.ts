import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const SOURCE = join(import.meta.dirname, 'starter');

export interface BuiltStarter {
  /** The package, as the sandbox installs it. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds the starter page as the sidebar is built. */
export async function buildStarter(): Promise<BuiltStarter> {
  const folder = await mkdtemp(join(tmpdir(), 'complaint-clock-starter-'));
  await build({
    configFile: false,
    root: SOURCE,
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(folder, 'assets'),
      assetsDir: '.',
      emptyOutDir: true,
      rollupOptions: { input: join(SOURCE, 'index.html') },
    },
  });
  await cp(join(SOURCE, 'manifest.json'), join(folder, 'manifest.json'));
  await mkdir(join(folder, 'translations'));
  await writeFile(join(folder, 'translations', 'en.json'), '{"app":{"name":"Starter"}}\n');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
