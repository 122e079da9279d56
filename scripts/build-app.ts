import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readVersion } from '../server/version.ts';
import { builtOnce, hashOf, root, runVite } from './build/built-once.ts';

const INPUTS = [
  'scripts/build-app.ts',
  'app',
  'domain',
  'translations',
  'assets',
  'manifest.json',
  'vite.config.ts',
  'scripts/build',
  'package-lock.json',
];

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

/**
 * Builds the Zendesk app package and answers its folder. Nothing is built where the inputs are those of the last
 * build. Safe to call from several processes at once.
 */
export async function buildApp(options: BuildAppOptions = {}): Promise<string> {
  const { outDir, serviceDomain } = options;
  const version = await readVersion();
  return await builtOnce({
    target: resolve(outDir ?? join(root, 'dist', 'app')),
    hash: `${version} ${serviceDomain ?? ''} ${await hashOf(INPUTS)}`,
    proof: 'manifest.json',
    build: async (staging) => {
      await runVite('vite.config.ts', join(staging, 'assets'));
      await completeManifest(staging, version, serviceDomain);
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { 'service-domain': { type: 'string' } } });
  const serviceDomain = values['service-domain'];
  process.stdout.write(`${await buildApp(serviceDomain ? { serviceDomain } : {})}\n`);
}
