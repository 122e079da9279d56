import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { clientWith, serviceClient } from './support/client.ts';
import { listAt, numberAt, textAt } from './support/read.ts';
import { SEED, SERVICE } from './support/seed.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
});
afterAll(() => sandbox.stop());

const askToken = (body: Record<string, unknown>) =>
  fetch(`${sandbox.url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const credentials = () => ({
  grant_type: 'client_credentials',
  client_id: sandbox.clientId,
  client_secret: sandbox.clientSecret,
});

test('client credentials give a bearer token of thirty minutes that acts as the service user', async () => {
  const response = await askToken({ ...credentials(), scope: 'read write' });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    token_type: 'bearer',
    scope: 'read write',
    expires_in: 1800,
  });
  const client = await serviceClient(sandbox);
  const me = await client.get('/users/me.json');
  expect(me.body).toMatchObject({ user: { id: SERVICE, role: 'admin', email: 'service@probe.example' } });
});

test('a form body is taken as well', async () => {
  const response = await fetch(`${sandbox.url}/oauth/tokens`, {
    method: 'POST',
    body: new URLSearchParams({ ...credentials(), scope: 'read' }),
  });
  expect(response.status).toBe(200);
});

test('a wrong secret, another grant and a lifetime out of bounds are refused', async () => {
  expect((await askToken({ ...credentials(), client_secret: 'wrong' })).status).toBe(401);
  expect((await askToken({ ...credentials(), grant_type: 'password' })).status).toBe(400);
  expect((await askToken({ ...credentials(), expires_in: 299 })).status).toBe(400);
  expect((await askToken({ ...credentials(), expires_in: 300 })).status).toBe(200);
});

test('nobody is the anonymous user on /users/me, and nothing elsewhere', async () => {
  const nobody = clientWith(sandbox, {});
  const me = await nobody.get('/users/me.json');
  expect(me.status).toBe(200);
  expect(me.body).toMatchObject({ user: { id: null, name: 'Anonymous user' } });
  const tickets = await nobody.get('/tickets.json');
  expect(tickets.status).toBe(401);
  expect(tickets.body).toEqual({ error: "Couldn't authenticate you" });
});

test('a wrong password is the anonymous user too; a wrong token is refused', async () => {
  const basic = clientWith(sandbox, {
    authorization: `Basic ${Buffer.from('a@b.example/token:abc').toString('base64')}`,
  });
  expect((await basic.get('/users/me')).body).toMatchObject({ user: { name: 'Anonymous user' } });
  expect((await basic.get('/tickets')).status).toBe(401);
  expect((await clientWith(sandbox, { authorization: 'Bearer nonsense' }).get('/users/me')).status).toBe(401);
});

test('scopes: tickets:write alone writes tickets and reads nothing', async () => {
  const client = await serviceClient(sandbox, 'tickets:write');
  expect((await client.put('/tickets/101', { ticket: { priority: 'low' } })).status).toBe(200);
  const read = await client.get('/tickets/101');
  expect(read.status).toBe(403);
  expect((await client.post('/macros', { macro: {} })).status).toBe(403);
});

test('scopes: audits need the global read; tickets:read does not reach them', async () => {
  const narrow = await serviceClient(sandbox, 'tickets:read');
  expect((await narrow.get('/tickets/101')).status).toBe(200);
  expect((await narrow.get('/tickets/101/audits')).status).toBe(403);
  const wide = await serviceClient(sandbox, 'read tickets:write');
  expect((await wide.get('/tickets/101/audits')).status).toBe(200);
  expect((await wide.put('/tickets/101', { ticket: { priority: 'normal' } })).status).toBe(200);
  expect((await wide.post('/webhooks', { webhook: {} })).status).toBe(403);
});

test('an unknown scope gives a token that can do nothing', async () => {
  const client = await serviceClient(sandbox, 'read wrote');
  expect((await client.get('/tickets/101')).status).toBe(403);
  expect((await client.get('/users/me')).status).toBe(403);
});

test('tokens that were revoked are refused', async () => {
  const client = await serviceClient(sandbox);
  expect((await client.get('/tickets/101')).status).toBe(200);
  sandbox.revokeTokens();
  expect((await client.get('/tickets/101')).status).toBe(401);
});

test('a client is made, shown without its secret, and gets a new one; the old one is refused', async () => {
  const admin = await serviceClient(sandbox);
  const made = await admin.post('/oauth/clients', { client: { name: 'Another', identifier: 'another' } });
  expect(made.status).toBe(201);
  const id = numberAt(made.body, 'client.id');
  const secret = textAt(made.body, 'client.secret');
  const ask = (client_secret: string) =>
    askToken({ grant_type: 'client_credentials', client_id: 'another', client_secret, scope: 'read' });
  expect((await ask(secret)).status).toBe(200);
  const shown = await admin.get(`/oauth/clients/${id}`);
  expect(shown.body).toMatchObject({ client: { identifier: 'another', kind: 'confidential' } });
  expect(JSON.stringify(shown.body)).not.toContain(secret);
  const renewed = await admin.put(`/oauth/clients/${id}/generate_secret`, {});
  expect((await ask(secret)).status).toBe(401);
  expect((await ask(textAt(renewed.body, 'client.secret'))).status).toBe(200);
  expect((await admin.post('/oauth/clients', { client: { name: 'X', identifier: 'another' } })).status).toBe(
    422,
  );
  expect(
    (await admin.put(`/oauth/clients/${id}`, { client: { name: 'Renamed', kind: 'public' } })).body,
  ).toMatchObject({
    client: { name: 'Renamed', kind: 'public' },
  });
  expect((await ask(textAt(renewed.body, 'client.secret'))).status).toBe(401);
  expect((await admin.delete(`/oauth/clients/${id}`)).status).toBe(204);
  expect((await admin.get(`/oauth/clients/${id}`)).status).toBe(404);
});

test('tokens are listed in part, shown, and revoked one by one', async () => {
  const admin = await serviceClient(sandbox);
  const other = await serviceClient(sandbox, 'read');
  const own = await other.get('/oauth/tokens/current');
  expect(own.body).toMatchObject({ token: { scopes: ['read'], user_id: SERVICE } });
  expect(textAt(own.body, 'token.token')).toHaveLength(10);
  const id = numberAt(own.body, 'token.id');
  const listed = listAt((await admin.get('/oauth/tokens')).body, 'tokens').map((one) => numberAt(one, 'id'));
  expect(listed).toContain(id);
  expect((await admin.delete(`/oauth/tokens/${id}`)).status).toBe(204);
  expect((await other.get('/tickets/101')).status).toBe(401);
  expect((await admin.get(`/oauth/tokens/${id}`)).status).toBe(404);
  expect((await admin.delete('/oauth/tokens/current')).status).toBe(204);
  expect((await admin.get('/tickets/101')).status).toBe(401);
});

test('an administrator makes a token for a client', async () => {
  const admin = await serviceClient(sandbox);
  const client_id = numberAt((await admin.get('/oauth/clients')).body, 'clients.0.id');
  const made = await admin.post('/oauth/tokens', { token: { client_id, scopes: ['tickets:read'] } });
  expect(made.status).toBe(201);
  const holder = clientWith(sandbox, { authorization: `Bearer ${textAt(made.body, 'token.token')}` });
  expect((await holder.get('/tickets/101')).status).toBe(200);
  expect((await holder.get('/macros')).status).toBe(403);
});
