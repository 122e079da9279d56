import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient, token } from './support/client.ts';
import { AGENT, ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());

test('a path there is none of is InvalidEndpoint, a record there is none of RecordNotFound', async () => {
  const endpoint = await api.get('/complaints.json');
  expect([endpoint.status, endpoint.body]).toEqual([
    404,
    { error: 'InvalidEndpoint', description: 'Not found' },
  ]);
  for (const path of [
    '/tickets/999',
    '/tickets/abc',
    '/macros/1',
    '/users/999',
    '/ticket_fields/7',
    '/views/1',
  ]) {
    const record = await api.get(path);
    expect([path, record.status, record.body]).toEqual([
      path,
      404,
      { error: 'RecordNotFound', description: 'Not found' },
    ]);
  }
});

test('paths work with and without .json', async () => {
  expect((await api.get('/tickets/101.json')).body).toEqual((await api.get('/tickets/101')).body);
});

test('what is no JSON, and a body without its object, are 400', async () => {
  const broken = await fetch(`${sandbox.url}/api/v2/tickets.json`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await token(sandbox)}`, 'content-type': 'application/json' },
    body: '{"ticket":',
  });
  expect(broken.status).toBe(400);
  const missing = await api.put('/tickets/101', { tags: ['x'] });
  expect(missing.status).toBe(400);
  expect(missing.body).toMatchObject({ error: { title: 'Invalid attribute' } });
});

test('an agent is kept from what is for administrators, an end user from what is for agents', async () => {
  const agent = await sessionClient(sandbox, AGENT);
  const refused = await agent.get('/webhooks');
  expect(refused.status).toBe(403);
  expect(refused.body).toMatchObject({ error: { title: 'Forbidden' } });
  const customer = await sessionClient(sandbox, ENGLISH);
  expect((await customer.get('/tickets')).status).toBe(403);
  expect((await customer.get('/tickets/101')).status).toBe(200);
  expect((await customer.get('/tickets/102')).status).toBe(403);
});

test('a fault that is switched on answers in place of the account, until it is switched off', async () => {
  const off = sandbox.faults.add(({ method, path }) =>
    method === 'PUT' && path.includes('/tickets/')
      ? { status: 503, headers: { 'retry-after': '3' }, body: 'busy' }
      : undefined,
  );
  const response = await fetch(`${sandbox.url}/api/v2/tickets/101`, { method: 'PUT' });
  expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
    503,
    '3',
    'busy',
  ]);
  expect((await api.get('/tickets/101')).status).toBe(200);
  off();
  expect((await api.put('/tickets/101', { ticket: { priority: 'low' } })).status).toBe(200);
  sandbox.faults.add(({ path }) => (path.includes('/tickets/102') ? { cut: true } : undefined));
  await expect(api.get('/tickets/102')).rejects.toThrow();
  sandbox.faults.clear();
});
