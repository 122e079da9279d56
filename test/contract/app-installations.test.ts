import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

const folder = fileURLToPath(new URL('./fixtures/settings-app', import.meta.url));
let sandbox: Sandbox;
let api: Client;
let id: number;

beforeEach(async () => {
  const app = { folder, settings: { backend: 'https://one.example', secret: 'hush' } };
  sandbox = await startSandbox({ seed: SEED, apps: [app] });
  api = await serviceClient(sandbox);
  id = numberAt((await api.get('/apps/installations.json')).body, 'installations.0.id');
});
afterEach(() => sandbox.stop());

const hosted = async () => {
  const reply = await fetch(`${sandbox.url}/__sandbox/apps/hosted`);
  const body: unknown = await reply.json();
  return listAt(body, 'apps');
};

test('lists owned apps and installations; what is secure is named and never shown', async () => {
  const { body } = await api.get(`/apps/installations/${id}.json`);
  expect(body).toMatchObject({ id, enabled: true, settings: { backend: 'https://one.example', limit: 5 } });
  expect(listAt(body, 'settings_objects')).toContainEqual({ name: 'secret', value: null });
  const everything = JSON.stringify([
    body,
    (await api.get('/apps/owned.json')).body,
    (await api.get('/apps/installations')).body,
  ]);
  expect(everything).not.toContain('hush');
  expect((await api.get('/apps/owned.json')).body).toMatchObject({
    apps: [{ id: at(body, 'app_id'), name: 'Settings app', version: '1.2.3' }],
  });
});

test('settings change for the app that is hosted, the others stay', async () => {
  const changed = await api.put(`/apps/installations/${id}.json`, {
    settings: { backend: 'https://two.example', unknown: 1 },
  });
  expect(changed.body).toMatchObject({ settings: { backend: 'https://two.example', limit: 5 } });
  expect(JSON.stringify(changed.body)).not.toContain('unknown');
  expect((await hosted())[0]).toMatchObject({ settings: { backend: 'https://two.example', limit: 5 } });
});

test('a required setting cannot be emptied', async () => {
  const refused = await api.put(`/apps/installations/${id}`, { settings: { backend: '' } });
  expect([refused.status, at(refused.body, 'details.settings.0.description')]).toEqual([
    422,
    'backend: cannot be blank',
  ]);
  expect((await hosted())[0]).toMatchObject({ settings: { backend: 'https://one.example' } });
});

test('an installation that is switched off is hosted no more, until it is switched on', async () => {
  await api.put(`/apps/installations/${id}`, { enabled: false });
  expect(await hosted()).toEqual([]);
  await api.put(`/apps/installations/${id}`, { enabled: true });
  expect(await hosted()).toHaveLength(1);
});

test('an app is removed and installed again, once', async () => {
  const app_id = numberAt((await api.get(`/apps/installations/${id}`)).body, 'app_id');
  expect((await api.delete(`/apps/installations/${id}`)).status).toBe(204);
  expect(await hosted()).toEqual([]);
  const body = { app_id, settings: { backend: 'https://three.example', secret: 'new' } };
  const made = await api.post('/apps/installations.json', body);
  expect(made.status).toBe(201);
  expect(numberAt(made.body, 'id')).not.toBe(id);
  expect((await hosted())[0]).toMatchObject({ settings: { backend: 'https://three.example' } });
  expect((await api.post('/apps/installations.json', body)).status).toBe(422);
});

test('plain agents are kept out', async () => {
  const agent = await sessionClient(sandbox, AGENT);
  expect((await agent.get('/apps/installations')).status).toBe(403);
  expect((await agent.put(`/apps/installations/${id}`, { enabled: false })).status).toBe(403);
});
