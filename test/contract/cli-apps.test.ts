import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPackage } from '../sandbox/packages/index.ts';
import { listAt, textAt } from './support/read.ts';
import { runSandbox } from './support/sandbox-command.ts';

const PROBE = fileURLToPath(new URL('../sandbox/fixtures/probe-app', import.meta.url));
let folder: string;
let zip: string;

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
afterEach(() => rm(folder, { recursive: true }));

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

test('a zip file and a folder are hosted side by side, each with its settings', async () => {
  const settings = await settingsFile({
    Probe: { greeting: 'from the file', shared_secret: 'hush' },
    Second: { greeting: 'another' },
  });
  const sandbox = runSandbox(
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
  await expect.poll(() => sandbox.said.out).toContain('\n');
  const apps = await hosted(sandbox.said.out);
  expect(apps).toMatchObject([
    { settings: { greeting: 'from the file' } },
    { settings: { greeting: 'another' } },
  ]);
  expect(JSON.stringify(apps)).not.toContain('hush');
  const { url } = JSON.parse(sandbox.said.out);
  const page = await fetch(`${url}/__sandbox/apps/700001/assets/iframe.html`);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('/__sandbox/apps/sdk/zaf_sdk.min.js'),
  ]);
  expect((await fetch(`${url}/__sandbox/apps/700001/assets/%2e%2e/manifest.json`)).status).toBe(404);
  sandbox.stop();
  expect(await sandbox.ended).toBe(0);
});

test('the settings of one app may be the whole file', async () => {
  const settings = await settingsFile({ greeting: 'flat' });
  const sandbox = runSandbox('--port', '0', '--json', '--app', zip, '--settings', settings);
  await expect.poll(() => sandbox.said.out).toContain('\n');
  expect(await hosted(sandbox.said.out)).toMatchObject([{ settings: { greeting: 'flat' } }]);
  sandbox.stop();
  expect(await sandbox.ended).toBe(0);
});

test('a faulty package stops the start with every fault', async () => {
  const faulty = await copyOf('Faulty', { author: undefined, frameworkVersion: '1.0' });
  await rm(join(faulty, 'assets/logo.png'));
  const sandbox = runSandbox('--port', '0', '--app', faulty);
  expect(await sandbox.ended).toBe(1);
  expect(sandbox.said.out).toBe('');
  for (const code of ['manifest_keys.missing', 'invalid_version', 'missing_logo'])
    expect(sandbox.said.err).toContain(`[${code}]`);
});

test('--check only checks', async () => {
  const right = runSandbox('--check', '--app', zip);
  expect([await right.ended, right.said.out]).toEqual([0, `${zip}: no faults\n`]);
  const faulty = await copyOf('Faulty', { frameworkVersion: '1.0' });
  const wrong = runSandbox('--check', '--app', zip, '--app', faulty);
  expect(await wrong.ended).toBe(1);
  expect(wrong.said.out).toContain(`${faulty}: 1 to look at`);
  expect(wrong.said.out).toContain('[invalid_version]');
});

test.each([
  [
    'a setting that the app has no parameter for',
    { gretting: 'x' },
    /no parameter "gretting"; it has greeting/,
  ],
  ['a file that is a list', [], /must be an object/],
])('%s is refused', async (_name, settings, message) => {
  const sandbox = runSandbox('--app', zip, '--settings', await settingsFile(settings));
  expect(await sandbox.ended).toBe(2);
  expect(sandbox.said.err).toMatch(message);
});

test('--check without an app is refused', async () => {
  const sandbox = runSandbox('--check');
  expect(await sandbox.ended).toBe(2);
  expect(sandbox.said.err).toContain('--check needs an --app');
});
