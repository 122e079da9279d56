import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const sources = fileURLToPath(new URL('../workspace/', import.meta.url));
const cache = fileURLToPath(new URL('../../../dist/workspace/', import.meta.url));

/** Where the built files are. */
export interface WorkspaceBuild {
  /** Folder with index.html and its assets. */
  pageFolder: string;
  /** The app framework's SDK as one script that defines `ZAFClient`. */
  sdkFile: string;
}

/**
 * Builds the workspace page and the SDK bundle, or finds the build of the same sources. Several processes may build
 * at once: each builds beside the place and renames, and the first one wins.
 */
export async function buildWorkspace(): Promise<WorkspaceBuild> {
  const folder = join(cache, await sourcesHash());
  const result = { pageFolder: join(folder, 'page'), sdkFile: join(folder, 'sdk', 'zaf_sdk.min.js') };
  if (await exists(result.sdkFile)) return result;
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(`${folder}.`);
  try {
    await buildInto(staging);
    await rename(staging, folder);
    await removeOldBuilds();
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await exists(result.sdkFile))) throw error;
  }
  return result;
}

/** Vite is loaded only when there is something to build: most starts find the build of before. */
async function buildInto(folder: string): Promise<void> {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const shared = { configFile: false, envDir: false, logLevel: 'warn', publicDir: false } as const;
  await build({
    ...shared,
    root: sources,
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
    root: sources,
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
}

/** Builds of earlier sources; a recent one may still be served by another process. */
async function removeOldBuilds(): Promise<void> {
  const tooOld = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name));
    if (mtimeMs < tooOld) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** A short name for the state of the sources and of the packages they are built with. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesUnder(sources))
    hash.update(relative(sources, file)).update(await readFile(file));
  for (const name of ['vite', '@vitejs/plugin-react', '@zendeskgarden/react-theming', 'react-dom']) {
    hash.update(await packageVersion(name));
  }
  hash.update(await readFile(fileURLToPath(import.meta.url)));
  return hash.digest('hex').slice(0, 16);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function packageVersion(name: string): Promise<string> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules', name, 'package.json');
  return await readFile(root, 'utf8');
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
