import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const builder = fileURLToPath(new URL('./build-workspace.ts', import.meta.url));
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

/**
 * In a process of its own, which is told that it builds for production: Vite believes a NODE_ENV that is already set,
 * such as that of a test run, and React's development build takes twice the time.
 */
async function buildInto(folder: string): Promise<void> {
  await run(process.execPath, [builder, folder], { env: { ...process.env, NODE_ENV: 'production' } });
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
  for (const file of [builder, fileURLToPath(import.meta.url)]) hash.update(await readFile(file));
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
