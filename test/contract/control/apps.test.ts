import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox } from '../../sandbox/index.ts';
import { accountForAll } from '../support/account.ts';
import { controlOf } from '../support/control.ts';
import { SEED } from '../support/seed.ts';

let folder: string;

// Stand before the account, which reads the folder as it starts and is stopped before the folder goes.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-app-'));
  const manifest = {
    name: 'Probe App',
    version: '1.2.3',
    frameworkVersion: '2.0',
    defaultLocale: 'en',
    location: { support: { ticket_sidebar: { url: 'assets/index.html', flexible: true } } },
    parameters: [
      { name: 'open', type: 'text', default: 'yes' },
      { name: 'secret', type: 'text', secure: true },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
});
afterAll(() => rm(folder, { recursive: true }));

const account = accountForAll(() => ({ seed: SEED, apps: [{ folder, settings: { secret: 'hush' } }] }));
const control = controlOf(account);

test('apps are listed with their locations, and with no secure setting', async () => {
  const { body } = await control('GET', '/apps');
  expect(body).toMatchObject({
    apps: [
      {
        name: 'Probe App',
        version: '1.2.3',
        locations: { support: { ticket_sidebar: { url: 'assets/index.html' } } },
        settings: { open: 'yes' },
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('hush');
});

test('an app folder without a manifest is refused by name', async () => {
  await expect(startSandbox({ apps: [{ folder: join(folder, 'nothing') }] })).rejects.toThrow(
    /nothing\/manifest\.json cannot be read/,
  );
});
