import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { finishedJob } from './support/jobs.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, GERMAN, OTHER_AGENT, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());

const create = async (user: Record<string, unknown>) =>
  numberAt((await api.post('/users', { user })).body, 'user.id');
const identities = async (id: number) =>
  listAt((await api.get(`/users/${id}/identities`)).body, 'identities').map((one) => [
    at(one, 'value'),
    at(one, 'primary'),
  ]);

describe('identities', () => {
  test('an address sent for a user who has one is added to theirs', async () => {
    const id = await create({ name: 'Ida', email: 'ida@mail.example' });
    const changed = await api.put(`/users/${id}`, { user: { email: 'ida@work.example' } });
    expect(changed.body).toMatchObject({ user: { email: 'ida@mail.example' } });
    expect(await identities(id)).toEqual([
      ['ida@mail.example', true],
      ['ida@work.example', false],
    ]);
  });

  test('are added, verified, made the primary one, deleted; an address is one person’s', async () => {
    const id = await create({ name: 'Oda', email: 'oda@mail.example' });
    const made = await api.post(`/users/${id}/identities`, {
      identity: { type: 'email', value: 'oda@work.example' },
    });
    expect([made.status, made.body]).toMatchObject([201, { identity: { verified: false, primary: false } }]);
    const base = `/users/${id}/identities/${numberAt(made.body, 'identity.id')}`;
    expect((await api.put(`${base}/verify`, {})).body).toMatchObject({ identity: { verified: true } });
    await api.put(`${base}/make_primary`, {});
    expect((await api.get(`/users/${id}`)).body).toMatchObject({ user: { email: 'oda@work.example' } });
    expect(await identities(id)).toEqual([
      ['oda@work.example', true],
      ['oda@mail.example', false],
    ]);
    expect((await api.delete(base)).status).toBe(422);
    const taken = { identity: { type: 'email', value: 'EVE@mail.example' } };
    expect((await api.post(`/users/${id}/identities`, taken)).status).toBe(422);
  });

  test('mail from any of their addresses is theirs', async () => {
    const id = await create({ name: 'Una', email: 'una@mail.example' });
    await api.post(`/users/${id}/identities`, { identity: { type: 'email', value: 'una@work.example' } });
    const made = await api.post('/tickets', {
      ticket: { requester: { email: 'una@work.example' }, comment: { body: 'x' } },
    });
    expect(made.body).toMatchObject({ ticket: { requester_id: id } });
  });
});

describe('writing', () => {
  test('create_or_update knows a user by address or external id, in any letter case', async () => {
    const upsert = (user: Record<string, unknown>) => api.post('/users/create_or_update', { user });
    const first = await upsert({ name: 'Ext', external_id: 'Ab-1' });
    expect(first.status).toBe(201);
    const second = await upsert({ name: 'Ext Two', external_id: 'aB-1', phone: '+44' });
    expect([second.status, second.body]).toMatchObject([
      200,
      { user: { id: numberAt(first.body, 'user.id'), name: 'Ext Two', external_id: 'aB-1' } },
    ]);
    const many = await api.post('/users/create_or_update_many', {
      users: [
        { name: 'Many', email: 'many@mail.example' },
        { name: 'Eve C.', email: 'eve@mail.example' },
      ],
    });
    expect(await finishedJob(api, many.body)).toMatchObject({
      job_status: { results: [{ action: 'create' }, { id: ENGLISH, action: 'update' }] },
    });
  });

  test('merging moves tickets and addresses, and agents cannot be merged', async () => {
    const from = await create({ name: 'Double', email: 'double@mail.example', tags: ['twin'] });
    const ticket = { requester_id: from, comment: { body: 'x' } };
    const id = numberAt((await api.post('/tickets', { ticket })).body, 'ticket.id');
    const merged = await api.put(`/users/${from}/merge`, { user: { id: GERMAN } });
    expect(merged.body).toMatchObject({ user: { id: GERMAN, tags: ['twin'] } });
    expect((await api.get(`/tickets/${id}`)).body).toMatchObject({ ticket: { requester_id: GERMAN } });
    expect((await identities(GERMAN)).map(([value]) => value)).toContain('double@mail.example');
    expect((await api.get(`/users/${from}`)).body).toMatchObject({ user: { active: false } });
    expect((await api.put(`/users/${AGENT}/merge`, { user: { id: GERMAN } })).status).toBe(403);
  });

  test('an agent writes customers, not colleagues, and makes nobody an agent', async () => {
    const agent = await sessionClient(sandbox, AGENT);
    expect((await agent.put(`/users/${ENGLISH}`, { user: { notes: 'calls' } })).status).toBe(200);
    expect((await agent.put(`/users/${OTHER_AGENT}`, { user: { notes: 'x' } })).status).toBe(403);
    expect((await agent.put(`/users/${ENGLISH}`, { user: { role: 'agent' } })).status).toBe(403);
    expect((await agent.post('/users', { user: { name: 'N', role: 'admin' } })).status).toBe(403);
  });

  test('by one caller, one user is changed five times a minute', async () => {
    const id = await create({ name: 'Busy' });
    for (let turn = 0; turn < 5; turn++)
      expect((await api.put(`/users/${id}`, { user: { notes: `${turn}` } })).status).toBe(200);
    const late = await api.put(`/users/${id}`, { user: { notes: 'late' } });
    expect(late.status).toBe(429);
    expect(late.headers.get('zendesk-ratelimit-users-update')).toMatch(/^total=5; remaining=0; resets=\d+$/);
  });
});

test('tags of a user are set, added and removed; what belongs to them is counted', async () => {
  const id = await create({ name: 'Tag' });
  expect((await api.post(`/users/${id}/tags`, { tags: ['B', 'a'] })).body).toEqual({ tags: ['a', 'b'] });
  expect((await api.put(`/users/${id}/tags`, { tags: ['c'] })).body).toEqual({ tags: ['a', 'b', 'c'] });
  expect((await api.delete(`/users/${id}/tags`, { tags: ['a'] })).body).toEqual({ tags: ['b', 'c'] });
  expect((await api.get(`/users/${ENGLISH}/related`)).body).toMatchObject({
    user_related: { requested_tickets: 1 },
  });
});

test('a user tells when they last signed in; a call with an OAuth token is no sign-in', async () => {
  const last = async (id: number) => at((await api.get(`/users/${id}`)).body, 'user.last_login_at');
  const me = numberAt((await api.get('/users/me')).body, 'user.id');
  expect(await last(me)).toBeNull();
  await sessionClient(sandbox, OTHER_AGENT);
  expect(await last(OTHER_AGENT)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});
