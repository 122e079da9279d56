import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Chromium that can be started: its program and the variables its libraries and fonts need. */
export interface ChromiumInstallation {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * Unpacks the Chromium of the npm package `@sparticuz/chromium` once per version and user, and says how to start
 * it. Safe to call from several processes at once: each unpacks beside the place and renames, the first wins.
 */
export async function installChromium(): Promise<ChromiumInstallation> {
  const folder = await unpackedFolder();
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (await lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
  return { executablePath, env };
}

async function unpackedFolder(): Promise<string> {
  const { entry, version } = await chromiumPackage();
  const user = process.getuid?.() ?? 'user';
  const folder = join(tmpdir(), `npm-chromium-${version}-${user}`);
  if (await exists(join(folder, 'chromium'))) return folder;
  const staging = await mkdtemp(`${folder}.`);
  try {
    await unpack(entry, staging);
    // The configuration names the final place of the fonts, so it is written for it before the folder moves there.
    await writeFile(
      join(staging, 'fonts.conf'),
      fontConfiguration(join(folder, 'fonts'), join(folder, 'cache')),
    );
    await mkdir(join(staging, 'cache'));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await exists(join(folder, 'chromium')))) throw error;
  }
  return folder;
}

async function chromiumPackage(): Promise<{ entry: string; version: string }> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const root = dirname(dirname(dirname(entry)));
  const { default: manifest } = await import(join(root, 'package.json'), { with: { type: 'json' } });
  return { entry, version: String(manifest.version) };
}

/**
 * The package unpacks into the process's temporary folder, and its libraries only where it believes to be on AWS
 * Lambda: both are said to a process of its own, so that nothing in ours changes.
 */
async function unpack(entry: string, into: string): Promise<void> {
  const script = `const found = require(${JSON.stringify(entry)}); (found.default ?? found).executablePath()`;
  await run(process.execPath, ['-e', script], {
    env: { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

async function lacksLibraries(executablePath: string): Promise<boolean> {
  try {
    const { stdout } = await run('ldd', [executablePath]);
    return stdout.includes('not found');
  } catch {
    // No ldd, or one that can't read the file: the carried libraries are the safer choice.
    return true;
  }
}

/** The carried Open Sans first, so that text looks the same everywhere; the system's fonts for the rest. */
function fontConfiguration(fonts: string, cache: string): string {
  const preferred = ['sans-serif', 'system-ui', 'Segoe UI', 'Inter'].map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
  ${preferred.join('\n  ')}
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
