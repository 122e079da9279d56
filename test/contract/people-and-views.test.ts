import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { listAt, numberAt } from './support/read.ts';
import { AGENT, BILLING, ENGLISH, GERMAN, SEED, SERVICE, SUPPORT, SUSPENDED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED, now: '2026-04-08T12:00:00Z' });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());

const ids = (body: unknown, key: string) => listAt(body, key).map((item) => numberAt(item, 'id'));

describe('users and groups', () => {
  test('show has locale, zone in both spellings, and the suspended flag', async () => {
    expect((await api.get(`/users/${GERMAN}`)).body).toMatchObject({
      user: {
        locale: 'de',
        locale_id: 8,
        time_zone: 'Berlin',
        iana_time_zone: 'Europe/Berlin',
        role: 'end-user',
        suspended: false,
      },
    });
    expect((await api.get(`/users/${SUSPENDED}`)).body).toMatchObject({ user: { suspended: true } });
  });

  test('they are searched, listed by role, and shown many at once', async () => {
    expect(ids((await api.get('/users/search?query=gerd')).body, 'users')).toEqual([GERMAN]);
    expect(ids((await api.get('/users/search?query=email:eve@mail.example')).body, 'users')).toEqual([
      ENGLISH,
    ]);
    expect(ids((await api.get('/users?role[]=agent&role[]=admin')).body, 'users')).toEqual([
      SERVICE,
      AGENT,
      13,
    ]);
    expect(ids((await api.get(`/users/show_many?ids=${ENGLISH},${AGENT}`)).body, 'users')).toEqual([
      ENGLISH,
      AGENT,
    ]);
  });

  test('they are made and changed; an address is taken once', async () => {
    const made = await api.post('/users', { user: { name: 'Zoe', email: 'zoe@mail.example', locale: 'de' } });
    expect(made.status).toBe(201);
    const id = numberAt(made.body, 'user.id');
    expect((await api.put(`/users/${id}`, { user: { suspended: true, phone: '+49' } })).body).toMatchObject({
      user: { suspended: true, phone: '+49', locale: 'de' },
    });
    expect((await api.post('/users', { user: { name: 'Zoe 2', email: 'ZOE@mail.example' } })).status).toBe(
      422,
    );
    expect((await api.post('/users', { user: { email: 'x@y.example' } })).status).toBe(422);
  });

  test('groups and memberships', async () => {
    expect(ids((await api.get('/groups')).body, 'groups')).toEqual([SUPPORT, BILLING]);
    expect(ids((await api.get(`/groups/${SUPPORT}/users`)).body, 'users')).toEqual([SERVICE, AGENT]);
    expect((await api.get(`/users/${AGENT}/group_memberships`)).body).toMatchObject({
      group_memberships: [{ user_id: AGENT, group_id: SUPPORT, default: true }],
    });
  });
});

describe('views', () => {
  const make = async (view: Record<string, unknown>) => await api.post('/views.json', { view });
  const unsolved = { field: 'status', operator: 'less_than', value: 'solved' };

  test('are sent as all, any and output, and read back as conditions and execution', async () => {
    const made = await make({
      title: 'Mine',
      description: '[mark]',
      all: [unsolved],
      any: [{ field: 'current_tags', operator: 'includes', value: 'a' }],
      output: { columns: ['nice_id', 'subject'], group_by: 'status', sort_by: 'updated', sort_order: 'asc' },
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      view: {
        title: 'Mine',
        description: '[mark]',
        active: true,
        conditions: { all: [unsolved], any: [{ field: 'current_tags' }] },
        execution: {
          columns: [
            { id: 'nice_id', title: 'ID' },
            { id: 'subject', title: 'Subject' },
          ],
          group_by: 'status',
          sort_by: 'updated',
          sort_order: 'asc',
        },
      },
    });
  });

  test('hold what meets their conditions, in their order; a custom field may be column and sort', async () => {
    const day = numberAt(
      (await api.post('/ticket_fields', { ticket_field: { type: 'date', title: 'Next' } })).body,
      'ticket_field.id',
    );
    await api.put('/tickets/101', {
      ticket: { tags: ['due'], custom_fields: [{ id: day, value: '2026-04-20' }] },
    });
    await api.put('/tickets/102', {
      ticket: { tags: ['due'], custom_fields: [{ id: day, value: '2026-04-10' }] },
    });
    const view = numberAt(
      (
        await make({
          title: 'Due',
          all: [unsolved, { field: 'current_tags', operator: 'includes', value: 'due' }],
          output: { columns: ['subject', String(day)], sort_by: String(day), sort_order: 'asc' },
        })
      ).body,
      'view.id',
    );
    expect(ids((await api.get(`/views/${view}/tickets`)).body, 'tickets')).toEqual([102, 101]);
    const executed = await api.get(`/views/${view}/execute`);
    expect(executed.body).toMatchObject({
      rows: [
        { ticket_id: 102, subject: 'Eine Frage', custom_fields: [{ id: day, value: '2026-04-10' }] },
        { ticket_id: 101 },
      ],
      columns: [{ id: 'subject' }, { id: day, title: 'Next' }],
    });
    expect((await api.get(`/views/${view}/count`)).body).toMatchObject({
      view_count: { value: 2, fresh: true },
    });
    await api.put('/tickets/102', { ticket: { status: 'solved', assignee_id: AGENT } });
    expect(ids((await api.get(`/views/${view}/tickets`)).body, 'tickets')).toEqual([101]);
  });

  test('need one of the conditions that narrow them down, and have ten columns at most', async () => {
    expect(
      (await make({ title: 'Wide', all: [{ field: 'current_tags', operator: 'includes', value: 'a' }] }))
        .status,
    ).toBe(422);
    expect(
      (await make({ title: 'Many', all: [unsolved], output: { columns: Array(11).fill('subject') } })).status,
    ).toBe(422);
  });

  test('an agent sees their own in "Your unsolved tickets"', async () => {
    await api.put('/tickets/101', { ticket: { assignee_id: AGENT } });
    const agent = await sessionClient(sandbox, AGENT);
    const views = listAt((await agent.get('/views/active')).body, 'views');
    const own = views.find((view) => JSON.stringify(view).includes('Your unsolved tickets'));
    expect(ids((await agent.get(`/views/${numberAt(own, 'id')}/tickets`)).body, 'tickets')).toEqual([101]);
  });
});

describe('search', () => {
  const found = async (query: string) =>
    ids(
      (await api.get(`/search.json?query=${encodeURIComponent(query)}&sort_by=created_at&sort_order=asc`))
        .body,
      'results',
    );

  test.each([
    ['type:ticket tags:due', [101, 102]],
    ['type:ticket tags:due status<solved', [101]],
    ['type:ticket -tags:due', []],
    ['type:ticket status:solved', [102]],
    ['type:ticket created>2026-04-08T10:30:00Z', [102]],
    ['type:ticket created<2026-04-08', []],
    ['type:ticket created:2026-04-08', [101, 102]],
    ['type:ticket updated>4hours', [101, 102]],
    ['type:ticket assignee:none', []],
    ['type:ticket requester:gerd@mail.example', [102]],
    ['type:ticket "Where is it"', [101]],
    ['type:ticket tags:due tags:other', [101, 102]],
    ['type:user role:agent name:ada', [AGENT]],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });
});
