import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, BILLING, ENGLISH, GERMAN, OTHER_AGENT, SEED, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const make = async (organization: Record<string, unknown>) =>
  numberAt((await api.post('/organizations', { organization })).body, 'organization.id');
const names = async (path: string) =>
  listAt((await api.get(path)).body, 'organizations').map((one) => at(one, 'name'));

describe('organisations', () => {
  test('are made, found by name, start of a name and external id, changed and deleted', async () => {
    const id = await make({
      name: 'Northgate Hall',
      external_id: 'NG1',
      domain_names: ['northgate.example'],
    });
    await make({ name: 'Northern Line' });
    expect(await names('/organizations/search?external_id=ng1')).toEqual(['Northgate Hall']);
    expect(await names('/organizations/search?name=northern%20line')).toEqual(['Northern Line']);
    expect(await names('/organizations/autocomplete?name=nort')).toEqual(['Northgate Hall', 'Northern Line']);
    expect((await api.get('/organizations/autocomplete?name=n')).status).toBe(400);
    const changed = await api.put(`/organizations/${id}`, {
      organization: { notes: 'Quiet', tags: ['vip'] },
    });
    expect(changed.body).toMatchObject({
      organization: { notes: 'Quiet', tags: ['vip'], external_id: 'NG1' },
    });
    expect((await api.delete(`/organizations/${id}`)).status).toBe(204);
    expect((await api.get(`/organizations/${id}`)).status).toBe(404);
  });

  test('need a name of their own; agents change only notes and tags', async () => {
    const id = await make({ name: 'Hall', external_id: 'H1' });
    expect((await api.post('/organizations', { organization: { name: 'HALL' } })).status).toBe(422);
    expect(
      (await api.post('/organizations', { organization: { name: 'B', external_id: 'h1' } })).status,
    ).toBe(422);
    expect((await api.post('/organizations', { organization: {} })).status).toBe(422);
    const agent = await sessionClient(sandbox, AGENT);
    const changed = await agent.put(`/organizations/${id}`, { organization: { name: 'Mine', notes: 'n' } });
    expect(changed.body).toMatchObject({ organization: { name: 'Hall', notes: 'n' } });
    expect((await agent.post('/organizations', { organization: { name: 'C' } })).status).toBe(403);
  });

  test('create_or_update tells by its status which it was', async () => {
    const organization = { name: 'Hall', external_id: 'H1' };
    expect((await api.post('/organizations/create_or_update', { organization })).status).toBe(201);
    const again = await api.post('/organizations/create_or_update', {
      organization: { ...organization, name: 'New' },
    });
    expect([again.status, at(again.body, 'organization.name')]).toEqual([200, 'New']);
  });

  test('their tags come to new tickets of their people', async () => {
    const id = await make({ name: 'Hall' });
    await api.put(`/users/${ENGLISH}`, { user: { organization_id: id } });
    await api.post(`/organizations/${id}/tags`, { tags: ['vip', 'b2b'] });
    await api.put(`/organizations/${id}/tags`, { tags: ['new'] });
    await api.delete(`/organizations/${id}/tags`, { tags: ['b2b'] });
    expect((await api.get(`/organizations/${id}/tags`)).body).toEqual({ tags: ['new', 'vip'] });
    const made = await api.post('/tickets', { ticket: { requester_id: ENGLISH, comment: { body: 'x' } } });
    expect(made.body).toMatchObject({ ticket: { organization_id: id, tags: ['new', 'vip'] } });
    expect((await api.get(`/organizations/${id}/related`)).body).toEqual({
      organization_related: { users_count: 1, tickets_count: 1 },
    });
  });

  test('many at once are jobs', async () => {
    const organizations = [{ name: 'A' }, { name: 'B' }, { name: 'a' }];
    const job = await api.post('/organizations/create_many', { organizations });
    const path = `/job_statuses/${String(at(job.body, 'job_status.id'))}`;
    await expect.poll(async () => at((await api.get(path)).body, 'job_status.status')).toBe('completed');
    expect(listAt((await api.get(path)).body, 'job_status.results').map((one) => at(one, 'success'))).toEqual(
      [true, true, false],
    );
    expect(await names('/organizations')).toEqual(['A', 'B']);
  });
});

test('memberships follow the user and the other way round', async () => {
  const [hall, line] = [await make({ name: 'Hall' }), await make({ name: 'Line' })];
  await api.put(`/users/${ENGLISH}`, { user: { organization_id: hall } });
  const add = (user_id: number, organization_id: number) =>
    api.post('/organization_memberships', { organization_membership: { user_id, organization_id } });
  const second = await add(ENGLISH, line);
  expect([second.status, at(second.body, 'organization_membership')]).toMatchObject([
    201,
    { user_id: ENGLISH, organization_id: line, default: false, organization_name: 'Line' },
  ]);
  expect((await add(ENGLISH, line)).status).toBe(422);
  expect((await add(GERMAN, hall)).body).toMatchObject({ organization_membership: { default: true } });
  expect((await api.get(`/users/${GERMAN}`)).body).toMatchObject({ user: { organization_id: hall } });
  const id = numberAt(second.body, 'organization_membership.id');
  await api.put(`/users/${ENGLISH}/organization_memberships/${id}/make_default`, {});
  expect((await api.get(`/users/${ENGLISH}`)).body).toMatchObject({ user: { organization_id: line } });
  expect((await api.delete(`/organization_memberships/${id}`)).status).toBe(204);
  expect((await api.get(`/users/${ENGLISH}`)).body).toMatchObject({ user: { organization_id: hall } });
  expect(await names(`/users/${ENGLISH}/organizations`)).toEqual(['Hall']);
});

describe('groups', () => {
  test('are changed and deleted; the default one stays; agents are in each once', async () => {
    const made = await api.post('/groups', { group: { name: 'Night', is_public: false } });
    const id = numberAt(made.body, 'group.id');
    const changed = await api.put(`/groups/${id}`, { group: { name: 'Late', is_public: true } });
    expect(changed.body).toMatchObject({ group: { name: 'Late', is_public: false } });
    const body = { group_membership: { user_id: OTHER_AGENT, group_id: id } };
    expect((await api.post('/group_memberships', body)).status).toBe(201);
    expect((await api.post('/group_memberships', body)).status).toBe(422);
    expect(
      (await api.post('/group_memberships', { group_membership: { user_id: ENGLISH, group_id: id } })).status,
    ).toBe(422);
    expect((await api.delete(`/groups/${id}`)).status).toBe(204);
    expect((await api.get(`/users/${OTHER_AGENT}/group_memberships`)).body).toMatchObject({
      group_memberships: [{ group_id: BILLING, default: true }],
    });
    expect((await api.delete(`/groups/${SUPPORT}`)).status).toBe(422);
    expect((await api.get('/groups/count')).body).toMatchObject({ count: { value: 2 } });
  });
});

test('brands are made, changed, and the default one stays', async () => {
  const made = await api.post('/brands', { brand: { name: 'Second', subdomain: 'second' } });
  expect(made.status).toBe(201);
  const id = numberAt(made.body, 'brand.id');
  expect((await api.post('/brands', { brand: { name: 'Third', subdomain: 'second' } })).status).toBe(422);
  expect((await api.put(`/brands/${id}`, { brand: { active: false } })).body).toMatchObject({
    brand: { active: false },
  });
  expect((await api.delete(`/brands/${id}`)).status).toBe(204);
  const first = numberAt((await api.get('/brands')).body, 'brands.0.id');
  expect((await api.delete(`/brands/${first}`)).status).toBe(422);
});

test('account settings tell of tagging and of CCs, and change both', async () => {
  expect((await api.get('/account/settings')).body).toMatchObject({
    settings: {
      tickets: { tagging: true, follower_and_email_cc_collaborations: false },
      api: { api_token_access: 'false' },
    },
  });
  const tickets = { tagging: false, follower_and_email_cc_collaborations: true };
  expect((await api.put('/account/settings', { settings: { tickets } })).body).toMatchObject({
    settings: { tickets },
  });
  const saved = await api.put('/tickets/101', { ticket: { tags: ['a'] } });
  expect(at(saved.body, 'ticket.tags')).toEqual([]);
});
