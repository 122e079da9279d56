import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { readVersion } from '../server/start-up/version.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const INPUTS = [
  'scripts/build-app.ts',
  'app',
  'domain',
  'translations',
  'assets',
  'manifest.json',
  'vite.config.ts',
  'package-lock.json',
];

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function hashOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(INPUTS.map((input) => filesUnder(join(root, input))))).flat().sort();
  for (const file of files)
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

async function builtFrom(stamp: string): Promise<string | undefined> {
  return await readFile(stamp, 'utf8').catch(() => undefined);
}

/**
 * In a process of its own, which is told that it builds for production: Vite believes a NODE_ENV that is already set,
 * such as that of a test run, and would put React's development build into the package.
 */
async function buildPage(folder: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = ['build', '--config', join(root, 'vite.config.ts'), '--logLevel', 'warn', '--emptyOutDir'];
  await run(process.execPath, [vite, ...args, '--outDir', folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

export interface BuildAppOptions {
  /** The folder of the package; it then holds manifest.json, assets/ and translations/ and nothing else. */
  readonly outDir?: string;
  /**
   * The host name of the service. Zendesk's proxy sends the shared secret to no other one, so it stands in the
   * package's manifest; that of the repository names an example.
   */
  readonly serviceDomain?: string;
}

/** The manifest as written, with the version of package.json, and the service's host in it. */
async function completeManifest(folder: string, version: string, domain?: string): Promise<void> {
  const file = join(folder, 'manifest.json');
  const written: Readonly<Record<string, unknown>> = JSON.parse(await readFile(file, 'utf8'));
  const { name, author, ...rest } = written;
  const manifest = { name, author, version, ...rest, ...(domain ? { domainWhitelist: [domain] } : {}) };
  await writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Another process may have moved its own there in between: then that one goes. */
async function replace(target: string, staging: string, tries = 5): Promise<void> {
  await rm(target, { recursive: true, force: true });
  try {
    await rename(staging, target);
  } catch (error) {
    if (tries <= 1) throw error;
    await replace(target, staging, tries - 1);
  }
}

/**
 * Builds the Zendesk app package and answers its folder. Nothing is built where the inputs are those of the last
 * build. Safe to call from several processes at once: each builds beside the place and moves its result there.
 */
export async function buildApp(options: BuildAppOptions = {}): Promise<string> {
  const { outDir, serviceDomain } = options;
  const target = resolve(outDir ?? join(root, 'dist', 'app'));
  const stamp = `${target}.inputs`;
  const version = await readVersion();
  const hash = `${version} ${serviceDomain ?? ''} ${await hashOfInputs()}`;
  if (
    (await builtFrom(stamp)) === hash &&
    (await stat(join(target, 'manifest.json')).catch(() => undefined))
  ) {
    return target;
  }
  const staging = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await buildPage(join(staging, 'assets'));
    await completeManifest(staging, version, serviceDomain);
    await replace(target, staging);
    await writeFile(stamp, hash);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { 'service-domain': { type: 'string' } } });
  const serviceDomain = values['service-domain'];
  process.stdout.write(`${await buildApp(serviceDomain ? { serviceDomain } : {})}\n`);
}
