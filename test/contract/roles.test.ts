import { afterEach, describe, expect, test } from 'vitest';
import { type Sandbox, type SeedFile, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, eventsOf, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, GERMAN, SEED, SUPPORT } from './support/seed.ts';

const LIGHT = 31;
const NO_TAGS = 32;
const LIGHT_ROLE = 701;

const ROLES: SeedFile = {
  ...SEED,
  custom_roles: [
    { id: LIGHT_ROLE, name: 'Light agent', role_type: 1, configuration: { light_agent: true } },
    { id: 702, name: 'No tags', configuration: { ticket_tag_editing: false } },
  ],
  users: [
    ...(SEED.users ?? []),
    {
      id: LIGHT,
      name: 'Lou Light',
      email: 'lou@probe.example',
      role: 'agent',
      group_ids: [SUPPORT],
      custom_role_id: LIGHT_ROLE,
    },
    {
      id: NO_TAGS,
      name: 'Nat Tagless',
      email: 'nat@probe.example',
      role: 'agent',
      group_ids: [SUPPORT],
      custom_role_id: 702,
    },
  ],
};

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.stop());

async function start(seed: SeedFile): Promise<Client> {
  sandbox = await startSandbox({ seed });
  return await serviceClient(sandbox);
}
const as = async (user: number) => {
  if (!sandbox) throw new Error('Not started.');
  return await sessionClient(sandbox, user);
};
const macroWithTag = async (api: Client) => {
  const macro = { title: 'M', actions: [{ field: 'current_tags', value: 'marked' }] };
  return numberAt((await api.post('/macros', { macro })).body, 'macro.id');
};

describe('a light agent', () => {
  test('writes internal notes only, whatever is asked, and changes nothing else', async () => {
    await start(ROLES);
    const light = await as(LIGHT);
    const saved = await light.put('/tickets/101', {
      ticket: { comment: { body: 'My view', public: true }, priority: 'high', tags: ['x'] },
    });
    expect(saved.body).toMatchObject({ ticket: { priority: null, tags: [] } });
    expect(eventsOf(at(saved.body, 'audit'))).toMatchObject([{ type: 'Comment', public: false }]);
  });

  test('cannot be given a ticket', async () => {
    const api = await start(ROLES);
    expect((await api.put('/tickets/101', { ticket: { assignee_id: LIGHT } })).status).toBe(422);
    expect((await api.put('/tickets/101', { ticket: { assignee_email: 'lou@probe.example' } })).status).toBe(
      422,
    );
    expect(
      (await api.put('/tickets/101', { ticket: { assignee_email: 'ada@probe.example' } })).body,
    ).toMatchObject({
      ticket: { assignee_id: AGENT },
    });
  });

  test('is shown as what it is, and does not browse people', async () => {
    const api = await start(ROLES);
    expect((await api.get(`/users/${LIGHT}`)).body).toMatchObject({
      user: { role: 'agent', role_type: 1, custom_role_id: LIGHT_ROLE, only_private_comments: true },
    });
    expect((await api.get('/custom_roles')).body).toMatchObject({
      custom_roles: [{ id: LIGHT_ROLE, team_member_count: 1 }, { name: 'No tags' }],
    });
    expect((await (await as(LIGHT)).get('/users/search?query=eve')).status).toBe(403);
  });

  test('who asks for something sets what the ticket is about', async () => {
    await start(ROLES);
    const made = await (await as(LIGHT)).post('/tickets', {
      ticket: { subject: 'Mine', priority: 'low', comment: { body: 'Please', public: true } },
    });
    expect(made.body).toMatchObject({ ticket: { priority: 'low', is_public: false, requester_id: LIGHT } });
  });
});

test('a role without tagging: tags of a request and of a macro count for nothing, fields still do', async () => {
  const api = await start(ROLES);
  const options = [{ name: 'Red', value: 'red' }];
  const field = numberAt(
    (
      await api.post('/ticket_fields', {
        ticket_field: { type: 'tagger', title: 'C', custom_field_options: options },
      })
    ).body,
    'ticket_field.id',
  );
  const agent = await as(NO_TAGS);
  const macro = await macroWithTag(api);
  expect((await agent.get(`/tickets/101/macros/${macro}/apply`)).body).toMatchObject({
    result: { ticket: { tags: [] } },
  });
  const ticket = { tags: ['x'], additional_tags: ['y'], custom_fields: [{ id: field, value: 'red' }] };
  expect((await agent.put('/tickets/101', { ticket })).body).toMatchObject({ ticket: { tags: ['red'] } });
  expect((await api.put('/tickets/101', { ticket: { additional_tags: ['z'] } })).body).toMatchObject({
    ticket: { tags: ['red', 'z'] },
  });
});

test('tagging off for the account: not even an administrator tags', async () => {
  const api = await start({ ...SEED, account: { ...SEED.account, tagging: false } });
  expect((await api.put('/tickets/101', { ticket: { tags: ['x'] } })).body).toMatchObject({
    ticket: { tags: [] },
  });
  const macro = await macroWithTag(api);
  expect((await api.get(`/tickets/101/macros/${macro}/apply`)).body).toMatchObject({
    result: { ticket: { tags: [] } },
  });
});

test('end users call nothing that is for agents', async () => {
  await start(SEED);
  const customer = await as(ENGLISH);
  for (const path of [
    '/tickets',
    '/users',
    '/search?query=x',
    '/tickets/101/audits',
    '/custom_roles',
    '/macros',
  ])
    expect([path, (await customer.get(path)).status]).toEqual([path, 403]);
  expect((await customer.put('/tickets/101', { ticket: { tags: ['x'] } })).status).toBe(403);
  expect((await customer.get('/custom_statuses')).status).toBe(200);
});

test('tags of the customer and their organisation are on each new ticket, and so is the organisation', async () => {
  const api = await start({
    ...SEED,
    organizations: [{ id: 81, name: 'Works', tags: ['works'] }],
    users: (SEED.users ?? []).map((user) =>
      user.id === GERMAN ? { ...user, organization_id: 81, tags: ['gold'] } : user,
    ),
  });
  const made = await api.post('/tickets', {
    ticket: { requester_id: GERMAN, tags: ['own'], comment: { body: 'x' } },
  });
  expect(made.body).toMatchObject({ ticket: { tags: ['gold', 'own', 'works'], organization_id: 81 } });
  await api.put(`/users/${GERMAN}/tags`, { tags: ['silver'] });
  expect((await api.get('/tickets/102')).body).toMatchObject({ ticket: { tags: ['gold', 'works'] } });
  expect(listAt((await api.get(`/organizations/81/tickets`)).body, 'tickets')).toHaveLength(2);
});
