import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPackage } from '../sandbox/packages/index.ts';
import { listAt, textAt } from './support/read.ts';

const MAIN = fileURLToPath(new URL('../sandbox/main.ts', import.meta.url));
const PROBE = fileURLToPath(new URL('../sandbox/fixtures/probe-app', import.meta.url));
/** How long a process may take to start on a loaded machine, in milliseconds; a test has some of these. */
const STARTED = 100_000;
const PATIENCE = 3 * STARTED;
let folder: string;
let zip: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-apps-'));
  zip = join(folder, 'probe.zip');
  const files = openPackage(PROBE);
  const entries = files.names.map((name): [string, Uint8Array] => [
    name,
    files.bytes(name) ?? new Uint8Array(),
  ]);
  await writeFile(zip, zipSync(Object.fromEntries(entries)));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function run(...args: string[]) {
  const started = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  const text = { out: '', err: '' };
  started.stdout.on('data', (chunk: Buffer) => {
    text.out += chunk.toString();
  });
  started.stderr.on('data', (chunk: Buffer) => {
    text.err += chunk.toString();
  });
  return {
    text,
    exit: once(started, 'close').then(([code]: unknown[]) => code),
    kill: () => started.kill('SIGTERM'),
  };
}

const settingsFile = async (settings: unknown) => {
  const path = join(folder, 'settings.json');
  await writeFile(path, JSON.stringify(settings));
  return path;
};

/** A copy of the probe under another name, with a change to its manifest. */
async function copyOf(name: string, change: Record<string, unknown> = {}): Promise<string> {
  const path = join(folder, name);
  await cp(PROBE, path, { recursive: true });
  await rm(join(path, 'requirements.json'));
  const manifest: Record<string, unknown> = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'));
  await writeFile(join(path, 'manifest.json'), JSON.stringify({ ...manifest, name, ...change }));
  return path;
}

async function hosted(line: string): Promise<unknown[]> {
  const reply = await fetch(`${textAt(JSON.parse(line), 'url')}/__sandbox/apps/hosted`);
  const body: unknown = await reply.json();
  return listAt(body, 'apps');
}

test(
  'a zip file and a folder are hosted side by side, each with its settings',
  async () => {
    const settings = await settingsFile({
      Probe: { greeting: 'from the file', shared_secret: 'hush' },
      Second: { greeting: 'another' },
    });
    const sandbox = run(
      '--port',
      '0',
      '--json',
      '--app',
      zip,
      '--app',
      await copyOf('Second'),
      '--settings',
      settings,
    );
    await expect.poll(() => sandbox.text.out, { timeout: STARTED }).toContain('\n');
    const apps = await hosted(sandbox.text.out);
    expect(apps).toMatchObject([
      { settings: { greeting: 'from the file' } },
      { settings: { greeting: 'another' } },
    ]);
    expect(JSON.stringify(apps)).not.toContain('hush');
    const { url } = JSON.parse(sandbox.text.out);
    const page = await fetch(`${url}/__sandbox/apps/700001/assets/iframe.html`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('/__sandbox/apps/sdk/zaf_sdk.min.js'),
    ]);
    expect((await fetch(`${url}/__sandbox/apps/700001/assets/%2e%2e/manifest.json`)).status).toBe(404);
    sandbox.kill();
    expect(await sandbox.exit).toBe(0);
  },
  PATIENCE,
);

test(
  'the settings of one app may be the whole file',
  async () => {
    const settings = await settingsFile({ greeting: 'flat' });
    const sandbox = run('--port', '0', '--json', '--app', zip, '--settings', settings);
    await expect.poll(() => sandbox.text.out, { timeout: STARTED }).toContain('\n');
    expect(await hosted(sandbox.text.out)).toMatchObject([{ settings: { greeting: 'flat' } }]);
    sandbox.kill();
    expect(await sandbox.exit).toBe(0);
  },
  PATIENCE,
);

test(
  'a faulty package stops the start with every fault',
  async () => {
    const faulty = await copyOf('Faulty', { author: undefined, frameworkVersion: '1.0' });
    await rm(join(faulty, 'assets/logo.png'));
    const sandbox = run('--port', '0', '--app', faulty);
    expect(await sandbox.exit).toBe(1);
    expect(sandbox.text.out).toBe('');
    for (const code of ['manifest_keys.missing', 'invalid_version', 'missing_logo'])
      expect(sandbox.text.err).toContain(`[${code}]`);
  },
  PATIENCE,
);

test(
  '--check only checks',
  async () => {
    const right = run('--check', '--app', zip);
    expect([await right.exit, right.text.out]).toEqual([0, `${zip}: no faults\n`]);
    const faulty = await copyOf('Faulty', { frameworkVersion: '1.0' });
    const wrong = run('--check', '--app', zip, '--app', faulty);
    expect(await wrong.exit).toBe(1);
    expect(wrong.text.out).toContain(`${faulty}: 1 to look at`);
    expect(wrong.text.out).toContain('[invalid_version]');
  },
  PATIENCE,
);

test.each([
  [
    'a setting that the app has no parameter for',
    { gretting: 'x' },
    /no parameter "gretting"; it has greeting/,
  ],
  ['a file that is a list', [], /must be an object/],
])(
  '%s is refused',
  async (_name, settings, message) => {
    const sandbox = run('--app', zip, '--settings', await settingsFile(settings));
    expect(await sandbox.exit).toBe(2);
    expect(sandbox.text.err).toMatch(message);
  },
  PATIENCE,
);

test(
  '--check without an app is refused',
  async () => {
    const sandbox = run('--check');
    expect(await sandbox.exit).toBe(2);
    expect(sandbox.text.err).toContain('--check needs an --app');
  },
  PATIENCE,
);
