import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, BILLING, ENGLISH, GERMAN, SEED, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  const account = { ...SEED.account, email_ccs: true };
  sandbox = await startSandbox({ seed: { ...SEED, account, triggers: [] }, now: '2026-04-08T12:00:00Z' });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

type Rule = { field: string; operator: string; value?: unknown };
const addTag = (value: string) => [{ field: 'current_tags', value }];
const post = (trigger: Record<string, unknown>) => api.post('/triggers.json', { trigger });
async function trigger(all: Rule[], actions: { field: string; value: unknown }[] = addTag('fired')) {
  const made = await post({ title: 'Probe', conditions: { all, any: [] }, actions });
  expect([made.status, made.body]).toEqual([201, made.body]);
  return numberAt(made.body, 'trigger.id');
}
const update = (ticket: Record<string, unknown>, client = api) => client.put('/tickets/101.json', { ticket });
const fires = async (ticket: Record<string, unknown>, client = api) =>
  listAt((await update(ticket, client)).body, 'ticket.tags').includes('fired');

describe('conditions', () => {
  test.each<[name: string, all: Rule[], ticket: Record<string, unknown>, expected: boolean]>([
    [
      'words of the description',
      [{ field: 'description_includes_word', operator: 'includes', value: 'where' }],
      { priority: 'low' },
      true,
    ],
    [
      'words of the subject',
      [{ field: 'subject_includes_word', operator: 'includes', value: 'refund question' }],
      { priority: 'low' },
      true,
    ],
    [
      'none of the words',
      [{ field: 'subject_includes_word', operator: 'not_includes', value: 'question' }],
      { priority: 'low' },
      false,
    ],
    [
      'language of the requester',
      [{ field: 'locale_id', operator: 'is', value: '1176' }],
      { priority: 'low' },
      true,
    ],
    ['another language', [{ field: 'locale_id', operator: 'is', value: '8' }], { priority: 'low' }, false],
    [
      'the update came by the API',
      [{ field: 'current_via_id', operator: 'is', value: '5' }],
      { priority: 'low' },
      true,
    ],
    ['the ticket came by mail', [{ field: 'via_id', operator: 'is', value: '4' }], { priority: 'low' }, true],
    [
      'the update did not come by mail',
      [{ field: 'current_via_id', operator: 'is', value: '4' }],
      { priority: 'low' },
      false,
    ],
    ['type by its number', [{ field: 'ticket_type_id', operator: 'is', value: '4' }], { type: 'task' }, true],
    [
      'priority less than',
      [{ field: 'priority', operator: 'less_than', value: 'high' }],
      { priority: 'normal' },
      true,
    ],
    ['not changed', [{ field: 'priority', operator: 'not_changed' }], { type: 'task' }, true],
    [
      'role of the requester',
      [{ field: 'requester_role', operator: 'is', value: '0' }],
      { priority: 'low' },
      true,
    ],
    [
      'a CC',
      [{ field: 'cc', operator: 'is', value: String(GERMAN) }],
      { email_ccs: [{ user_id: GERMAN, action: 'put' }] },
      true,
    ],
    [
      'agent replies',
      [{ field: 'replies', operator: 'greater_than', value: '0' }],
      { comment: { body: 'Hi', public: true } },
      true,
    ],
    [
      'no agent replies',
      [{ field: 'replies', operator: 'greater_than', value: '0' }],
      { comment: { body: 'Hm', public: false } },
      false,
    ],
  ])('%s', async (_name, all, ticket, expected) => {
    await trigger(all);
    expect(await fires(ticket)).toBe(expected);
  });

  test('business hours follow the account schedule, its holidays too', async () => {
    const schedule = { name: 'Office', time_zone: 'London' };
    const id = numberAt((await api.post('/business_hours/schedules', { schedule })).body, 'schedule.id');
    await trigger([{ field: 'in_business_hours', operator: 'is', value: 'true' }]);
    expect(await fires({ priority: 'low' })).toBe(true);
    await update({ tags: [] });
    sandbox.clock.set('2026-04-08T17:30:00Z');
    await update({ tags: [] });
    expect(await fires({ priority: 'high' })).toBe(false);
    const holiday = { name: 'Day off', start_date: '2026-04-09', end_date: '2026-04-09' };
    await api.post(`/business_hours/schedules/${id}/holidays`, { holiday });
    sandbox.clock.set('2026-04-09T12:00:00Z');
    expect(await fires({ priority: 'low' })).toBe(false);
    sandbox.clock.set('2026-04-10T08:00:00Z');
    expect(await fires({ priority: 'normal' })).toBe(true);
  });

  test('reopening is counted', async () => {
    await trigger([{ field: 'reopens', operator: 'is', value: '1' }]);
    await update({ status: 'solved', assignee_id: AGENT });
    expect(await fires({ status: 'open' })).toBe(true);
  });
});

describe('actions', () => {
  test('CC, follower, language, group and assignee', async () => {
    await trigger(
      [{ field: 'priority', operator: 'is', value: 'urgent' }],
      [
        { field: 'cc', value: String(GERMAN) },
        { field: 'follower', value: String(AGENT) },
        { field: 'locale_id', value: '8' },
        { field: 'group_id', value: String(BILLING) },
      ],
    );
    const { body } = await update({ priority: 'urgent' });
    expect(body).toMatchObject({
      ticket: { email_cc_ids: [GERMAN], follower_ids: [AGENT], group_id: BILLING },
    });
    expect((await api.get(`/users/${ENGLISH}`)).body).toMatchObject({ user: { locale: 'de' } });
  });

  test('each recipient is written to in their own language', async () => {
    const variants = [
      { locale_id: 1176, content: 'Hello', default: true },
      { locale_id: 8, content: 'Hallo' },
    ];
    await api.post('/dynamic_content/items', { item: { name: 'hi', default_locale_id: 1176, variants } });
    await trigger(
      [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
      [{ field: 'notification_user', value: ['requester_and_ccs', 'S', '{{dc.hi}}'] }],
    );
    await update({ email_ccs: [{ user_id: GERMAN, action: 'put' }], comment: { body: 'x', public: true } });
    expect(sandbox.mails().map(({ to, body }) => [to, body])).toEqual([
      ['eve@mail.example', 'Hello'],
      ['gerd@mail.example', 'Hallo'],
    ]);
  });

  test('a group is mailed', async () => {
    await trigger(
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'notification_group', value: [String(SUPPORT), 'S', 'B'] }],
    );
    await update({ priority: 'low' });
    expect(sandbox.mails().map(({ to }) => to)).toEqual(['service@probe.example', 'ada@probe.example']);
  });
});

describe('what is refused', () => {
  const condition = (field: string, operator: string, value?: unknown) => ({
    title: 'Bad',
    conditions: { all: [{ field, operator, value }] },
    actions: addTag('a'),
  });
  const action = (field: string, value: unknown) => ({
    title: 'Bad',
    conditions: { all: [] },
    actions: [{ field, value }],
  });

  test.each<[string, Record<string, unknown>]>([
    ['an unknown field', condition('moon_phase', 'is', 'full')],
    ['an unknown operator', condition('status', 'resembles', 'open')],
    ['a status there is not', condition('status', 'is', 'sleeping')],
    ['a custom field there is not', condition('custom_fields_1', 'present')],
    ['hours, which are for automations', condition('SOLVED', 'greater_than', '24')],
    ['an unknown action', action('dance', 'yes')],
    ['a mail to nobody', action('notification_user', ['moon', 'S', 'B'])],
    ['a mail without a body', action('notification_user', ['requester_id', 'S'])],
    ['a webhook there is not', action('notification_webhook', ['01X', '{}'])],
    ['a comment, which is for macros', action('comment_value', 'Hi')],
  ])('%s, with a word on it', async (_name, body) => {
    const refused = await post(body);
    expect([refused.status, at(refused.body, 'error')]).toEqual([422, 'RecordInvalid']);
    expect(Object.keys(at(refused.body, 'details') ?? {})).toHaveLength(1);
  });
});

describe('many at once', () => {
  test('positions and activity are set together; many are deleted together', async () => {
    const [first, second] = [await trigger([], addTag('one')), await trigger([], addTag('two'))];
    const changed = await api.put('/triggers/update_many', {
      triggers: [
        { id: first, position: 9, active: false },
        { id: second, position: 1 },
      ],
    });
    expect(listAt(changed.body, 'triggers')).toMatchObject([
      { id: first, position: 9, active: false },
      { id: second, position: 1, active: true },
    ]);
    expect((await api.delete(`/triggers/destroy_many?ids=${first},${second}`)).status).toBe(204);
    expect((await api.get('/triggers')).body).toMatchObject({ count: 0 });
  });

  test('reorder wants every trigger, and a single category', async () => {
    const [first, second] = [await trigger([], addTag('one')), await trigger([], addTag('two'))];
    expect((await api.put('/triggers/reorder', { trigger_ids: [second] })).status).toBe(404);
    expect((await api.put('/triggers/reorder', { trigger_ids: [second, first] })).status).toBe(200);
    await api.post('/trigger_categories', { trigger_category: { name: 'More' } });
    const refused = await api.put('/triggers/reorder', { trigger_ids: [first, second] });
    expect(at(refused.body, 'errors.0.code')).toBe('LimitOneCategory');
  });

  test('definitions tell what triggers can be made of, custom fields included', async () => {
    const options = [{ name: 'Red', value: 'red' }];
    const made = await api.post('/ticket_fields', {
      ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options },
    });
    const { body } = await api.get('/triggers/definitions');
    const subject = `custom_fields_${numberAt(made.body, 'ticket_field.id')}`;
    const own = listAt(body, 'definitions.conditions_all').find((one) => at(one, 'subject') === subject);
    expect(own).toMatchObject({ title: 'Colour', values: [{ value: 'red', title: 'Red', enabled: true }] });
    expect(listAt(body, 'definitions.actions').map((one) => at(one, 'subject'))).toContain(
      'notification_webhook',
    );
  });
});

describe('categories', () => {
  const make = async (name: string, position?: number) =>
    textAt(
      (
        await api.post('/trigger_categories', {
          trigger_category: { name, ...(position === undefined ? {} : { position }) },
        })
      ).body,
      'trigger_category.id',
    );

  test('triggers run category by category, then by position', async () => {
    await trigger(
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'priority', value: 'high' }],
    );
    const early = await make('Early', -1);
    await post({
      title: 'First',
      category_id: early,
      conditions: { all: [{ field: 'priority', operator: 'is', value: 'low' }] },
      actions: [{ field: 'priority', value: 'urgent' }],
    });
    await api.patch(`/trigger_categories/${early}`, { trigger_category: { position: 0 } });
    expect(at((await update({ priority: 'low' })).body, 'ticket.priority')).toBe('urgent');
  });

  test('a name is needed and taken once; one with triggers stays; counts come on request', async () => {
    const id = await make('Mine');
    await post({ title: 'T', category_id: id, conditions: { all: [] }, actions: addTag('a') });
    const duplicate = await api.post('/trigger_categories', { trigger_category: { name: 'Mine' } });
    expect([duplicate.status, at(duplicate.body, 'errors.0.code')]).toEqual([400, 'DuplicateValue']);
    expect((await api.delete(`/trigger_categories/${id}`)).status).toBe(400);
    const { body } = await api.get('/trigger_categories?include=rule_counts');
    expect(listAt(body, 'trigger_categories')).toContainEqual(
      expect.objectContaining({ id, active_count: 1, inactive_count: 0 }),
    );
    expect(
      (await post({ title: 'T', category_id: '1', conditions: { all: [] }, actions: addTag('a') })).status,
    ).toBe(422);
    const agent = await sessionClient(sandbox, AGENT);
    expect((await agent.post('/trigger_categories', { trigger_category: { name: 'X' } })).status).toBe(403);
  });
});
