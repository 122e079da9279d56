import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readVersion } from '../server/version.ts';
import { buildApp } from './build-app.ts';
import { checkZip } from './package/check.ts';
import { type Content, readContents } from './package/read-contents.ts';
import { readServiceDomain } from './package/service-domain.ts';
import { sizesText } from './package/sizes.ts';
import { zip } from './package/zip.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface PackageOptions {
  /** Where the zip goes; `dist` by default. */
  readonly outDir?: string;
  /** The host name of the service, in place of the example in the manifest. */
  readonly serviceDomain?: string | undefined;
}

export interface Packaged {
  /** `<outDir>/complaint-clock-<version>.zip`. */
  readonly path: string;
  readonly contents: readonly Content[];
  /** Of the zip. */
  readonly bytes: number;
  /** What Zendesk would remark and take all the same, a line each. */
  readonly warnings: readonly string[];
}

/** The manifest with the service's host in it; everything else as it was built. */
function withDomain({ name, bytes }: Content, domain: string): Content {
  if (name !== 'manifest.json') return { name, bytes };
  const manifest: object = JSON.parse(new TextDecoder().decode(bytes));
  const text = `${JSON.stringify({ ...manifest, domainWhitelist: [domain] }, null, 2)}\n`;
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Checked beside its place and moved there, so that a zip that is there is a good one. */
async function writeChecked(path: string, archive: Uint8Array): Promise<string[]> {
  const staged = join(dirname(path), `.${process.pid}-${basename(path)}`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(staged, archive);
    const warnings = checkZip(staged);
    await rename(staged, path);
    return warnings;
  } finally {
    await rm(staged, { force: true });
  }
}

/**
 * Builds the app and packs it as Zendesk takes it: manifest, assets and translations, the same bytes for the same
 * sources.
 * @throws Error where something doesn't belong into the package, or Zendesk's rules are not kept
 */
export async function packageApp({ outDir, serviceDomain }: PackageOptions = {}): Promise<Packaged> {
  const built = await readContents(await buildApp());
  const contents = serviceDomain ? built.map((one) => withDomain(one, serviceDomain)) : built;
  const path = join(outDir ?? join(root, 'dist'), `complaint-clock-${await readVersion()}.zip`);
  const archive = zip(contents);
  const warnings = await writeChecked(path, archive);
  return { path, contents, bytes: archive.length, warnings };
}

/**
 * The zip that the demo and the tests install, apart from one that was made for an account. Packed once in a process:
 * the sources don't change while it runs.
 */
export function packageForTrial(): Promise<string> {
  trial ??= packageApp({ outDir: join(root, 'dist', 'trial') }).then(({ path }) => path);
  return trial;
}
let trial: Promise<string> | undefined;

const NO_DOMAIN = `
Without --service-domain the package names an example as the service's host, and Zendesk's proxy sends nothing to yours:
  npm run package -- --service-domain complaints.example.com
`;

async function main(): Promise<string> {
  const { values } = parseArgs({
    options: { 'service-domain': { type: 'string' }, out: { type: 'string', default: join(root, 'dist') } },
  });
  const serviceDomain = readServiceDomain(values['service-domain']);
  const { path, contents, bytes, warnings } = await packageApp({
    serviceDomain,
    outDir: resolve(values.out),
  });
  const remarks = warnings.map((line) => `${line}\n`).join('');
  const size = `${(bytes / 1000).toFixed(1)} kB`;
  return `${sizesText(contents)}\n\n${remarks}${path}  ${size}\n${serviceDomain ? '' : NO_DOMAIN}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(await main());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
