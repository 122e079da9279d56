import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, eventsOf, listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

const HOUR = 3_600_000;
let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  // Wednesday. Ticket 101 came in at 05:30, ticket 102 at 06:30.
  sandbox = await startSandbox({ seed: { ...SEED, triggers: [] }, now: '2026-04-08T07:30:00Z' });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

type Rule = { field: string; operator: string; value?: unknown };
const post = (all: Rule[], actions: { field: string; value: unknown }[], title = 'Probe') =>
  api.post('/automations', { automation: { title, conditions: { all, any: [] }, actions } });
const tag = (value: string) => [{ field: 'current_tags', value }];
const lacks = (value: string): Rule => ({ field: 'current_tags', operator: 'not_includes', value });
const audits = async (id = 101) => listAt((await api.get(`/tickets/${id}/audits`)).body, 'audits');
const tagsOf = async (id = 101) => at((await api.get(`/tickets/${id}`)).body, 'ticket.tags');

describe('a move of the clock', () => {
  test('runs each hour it passes once and in order, with the stamp of that hour', async () => {
    await post([{ field: 'created_at', operator: 'greater_than', value: '3' }, lacks('three')], tag('three'));
    await post([{ field: 'created_at', operator: 'greater_than', value: '6' }, lacks('six')], tag('six'));
    sandbox.clock.advance(48 * HOUR);
    const [, first, second, ...more] = await audits();
    expect([textAt(first, 'created_at'), textAt(second, 'created_at'), more]).toEqual([
      '2026-04-08T09:00:00Z',
      '2026-04-08T12:00:00Z',
      [],
    ]);
    expect(eventsOf(first)[0]).toMatchObject({ field_name: 'tags', value: ['three'] });
    expect(textAt((await api.get('/tickets/101')).body, 'ticket.updated_at')).toBe('2026-04-08T12:00:00Z');
  });

  test('in small steps or in one: "is" fires once', async () => {
    const mail = [{ field: 'notification_user', value: ['requester_id', 'S', 'B'] }];
    await post([{ field: 'created_at', operator: 'is', value: '4' }], mail);
    for (let step = 0; step < 40; step += 1) sandbox.clock.advance(HOUR / 6);
    expect(sandbox.mails().filter(({ ticketId }) => ticketId === 101)).toHaveLength(1);
    expect(sandbox.mails().filter(({ ticketId }) => ticketId === 102)).toHaveLength(1);
  });

  test('one automation sees what the one before it did in the same hour', async () => {
    await post(
      [{ field: 'created_at', operator: 'greater_than', value: '4' }, lacks('a')],
      tag('a'),
      'first',
    );
    await post(
      [
        { field: 'created_at', operator: 'greater_than', value: '4' },
        { field: 'current_tags', operator: 'includes', value: 'a' },
        lacks('b'),
      ],
      tag('b'),
      'second',
    );
    sandbox.clock.advance(3 * HOUR);
    expect(await tagsOf()).toEqual(['a', 'b']);
  });
});

test.each<[name: string, condition: Rule, hours: number, fires: boolean]>([
  ['hours since update', { field: 'updated_at', operator: 'greater_than', value: '5' }, 6, true],
  ['less than', { field: 'created_at', operator: 'less_than', value: '3' }, 1, true],
  ['less than, too late', { field: 'created_at', operator: 'less_than', value: '2' }, 1, false],
  ['hours until due', { field: 'until_due_date', operator: 'less_than', value: '24' }, 10, true],
  ['hours until due, too early', { field: 'until_due_date', operator: 'less_than', value: '24' }, 2, false],
  ['hours since due', { field: 'due_date', operator: 'greater_than', value: '1' }, 40, true],
  ['hours since assigned', { field: 'assigned_at', operator: 'greater_than', value: '2' }, 4, true],
  [
    'hours since a status it does not have',
    { field: 'PENDING', operator: 'greater_than', value: '1' },
    9,
    false,
  ],
  // Wednesday 07:30 in London is 08:30: half an hour to opening. Six hours later five and a half are business.
  ['business hours', { field: 'updated_at', operator: 'greater_than_business_hours', value: '5' }, 6.5, true],
  [
    'business hours, not yet',
    { field: 'updated_at', operator: 'greater_than_business_hours', value: '6' },
    6.5,
    false,
  ],
])('%s', async (_name, condition, hours, fires) => {
  await api.post('/business_hours/schedules', { schedule: { name: 'Office', time_zone: 'London' } });
  await api.put('/tickets/101', {
    ticket: { type: 'task', due_at: '2026-04-09T12:00:00Z', assignee_id: AGENT },
  });
  expect((await post([condition, lacks('fired')], tag('fired'))).status).toBe(201);
  sandbox.clock.advance(hours * HOUR);
  expect(await tagsOf()).toEqual(fires ? ['fired'] : []);
});

describe('what is refused', () => {
  test.each<[name: string, all: Rule[], actions: { field: string; value: unknown }[], status: number]>([
    ['nothing to wait for', [{ field: 'status', operator: 'is', value: 'open' }, lacks('a')], tag('a'), 422],
    ['it would run for ever', [{ field: 'OPEN', operator: 'greater_than', value: '5' }], tag('a'), 422],
    [
      'a tag that stops nothing',
      [{ field: 'OPEN', operator: 'greater_than', value: '5' }, lacks('b')],
      tag('a'),
      422,
    ],
    [
      'a status that stops nothing',
      [{ field: 'OPEN', operator: 'greater_than', value: '5' }],
      [{ field: 'status', value: 'open' }],
      422,
    ],
    ['a condition of triggers', [{ field: 'update_type', operator: 'is', value: 'Create' }], tag('a'), 422],
    ['no action', [{ field: 'OPEN', operator: 'is', value: '5' }], [], 422],
    ['nothing: true for one hour', [{ field: 'OPEN', operator: 'is', value: '5' }], tag('a'), 201],
    [
      'nothing: the status ends it',
      [{ field: 'OPEN', operator: 'greater_than', value: '5' }],
      [{ field: 'status', value: 'pending' }],
      201,
    ],
    [
      'nothing: the tag ends it',
      [{ field: 'OPEN', operator: 'greater_than', value: '5' }, lacks('a')],
      tag('a'),
      201,
    ],
    [
      'nothing: the priority ends it',
      [
        { field: 'OPEN', operator: 'greater_than', value: '5' },
        { field: 'priority', operator: 'less_than', value: 'high' },
      ],
      [{ field: 'priority', value: 'urgent' }],
      201,
    ],
  ])('%s', async (_name, all, actions, status) => {
    expect((await post(all, actions)).status).toBe(status);
  });
});

test('a new account closes after four days; its reminders and its survey are there, switched off', async () => {
  const { body } = await api.get('/automations');
  expect(listAt(body, 'automations').map((one) => [at(one, 'title'), at(one, 'active')])).toEqual([
    ['Close ticket 4 days after status is set to solved', true],
    ['Pending notification 24 hours', false],
    ['Pending notification 5 days', false],
    ['Request customer satisfaction rating (System Automation)', false],
  ]);
});

test('they are searched, changed and deleted, one or many, by administrators', async () => {
  const made = await post([{ field: 'OPEN', operator: 'is', value: '5' }], tag('a'), 'Findable');
  const id = numberAt(made.body, 'automation.id');
  expect((await api.get('/automations/search?query=findable')).body).toMatchObject({ count: 1 });
  const changed = await api.put('/automations/update_many', {
    automations: [{ id, active: false, position: 7 }],
  });
  expect(at(changed.body, 'automations.0')).toMatchObject({ id, active: false, position: 7 });
  expect((await (await sessionClient(sandbox, AGENT)).delete(`/automations/${id}`)).status).toBe(403);
  expect((await api.delete(`/automations/destroy_many?ids=${id}`)).status).toBe(204);
  expect((await api.get(`/automations/${id}`)).status).toBe(404);
});
