import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { type AuditEvent, at, eventsOf, eventsOfType, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED, SERVICE } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, triggers: [] } });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

type Rule = { field: string; operator: string; value?: unknown };

async function trigger(
  title: string,
  all: Rule[],
  actions: { field: string; value: unknown }[],
  any: Rule[] = [],
): Promise<number> {
  const made = await api.post('/triggers.json', { trigger: { title, conditions: { all, any }, actions } });
  expect(made.status).toBe(201);
  return numberAt(made.body, 'trigger.id');
}

const addTag = (value: string) => [{ field: 'current_tags', value }];
const has = (value: string): Rule => ({ field: 'current_tags', operator: 'includes', value });
const lacks = (value: string): Rule => ({ field: 'current_tags', operator: 'not_includes', value });
const update = (ticket: Record<string, unknown>, client = api) => client.put('/tickets/101.json', { ticket });
const tagsAfter = async (ticket: Record<string, unknown>, client = api) =>
  at((await update(ticket, client)).body, 'ticket.tags');

describe('evaluation', () => {
  test('a trigger further down sets off one further up: checking starts again from the first', async () => {
    await trigger('needs b', [has('b')], addTag('c'));
    await trigger('makes b', [has('a')], addTag('b'));
    expect(await tagsAfter({ tags: ['a'] })).toEqual(['a', 'b', 'c']);
  });

  test('each fires once per update, even two that undo each other', async () => {
    await trigger('on', [lacks('x')], addTag('x'));
    await trigger('off', [has('x')], [{ field: 'remove_tags', value: 'x' }]);
    const saved = await update({ priority: 'low' });
    const changes = eventsOfType(at(saved.body, 'audit'), 'Change').filter(
      (event) => event.field_name === 'tags',
    );
    expect(changes.map((event) => event.value)).toEqual([['x'], []]);
  });

  test('they run by position, which reorder changes', async () => {
    const first = await trigger(
      'first',
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'priority', value: 'high' }],
    );
    const second = await trigger(
      'second',
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'priority', value: 'urgent' }],
    );
    expect((await update({ priority: 'low' })).body).toMatchObject({ ticket: { priority: 'high' } });
    await api.put('/triggers/reorder', { trigger_ids: [second, first] });
    expect((await update({ priority: 'low' })).body).toMatchObject({ ticket: { priority: 'urgent' } });
  });

  test('what they change sits in the same audit, with the trigger as its via', async () => {
    const id = await trigger('tagger', [has('a')], addTag('b'));
    const audit = at((await update({ tags: ['a'] })).body, 'audit');
    expect(eventsOf(audit)).toMatchObject([
      { type: 'Change', field_name: 'tags', value: ['a'], previous_value: [] },
      {
        type: 'Change',
        field_name: 'tags',
        value: ['a', 'b'],
        previous_value: ['a'],
        via: { channel: 'rule', source: { rel: 'trigger', from: { id, title: 'tagger' } } },
      },
    ]);
  });

  test('an inactive trigger does nothing; an update without a change runs none', async () => {
    const id = await trigger(
      'always',
      [{ field: 'status', operator: 'is_not', value: 'closed' }],
      addTag('seen'),
    );
    expect(await tagsAfter({ subject: 'A question' })).toEqual([]);
    await api.put(`/triggers/${id}`, { trigger: { active: false } });
    expect(await tagsAfter({ priority: 'low' })).toEqual([]);
    await api.put(`/triggers/${id}`, { trigger: { active: true } });
    expect(await tagsAfter({ priority: 'high' })).toEqual(['seen']);
  });
});

describe('conditions', () => {
  const cases: [name: string, all: Rule[], ticket: Record<string, unknown>, fires: boolean][] = [
    [
      'update_type Change',
      [{ field: 'update_type', operator: 'is', value: 'Change' }],
      { priority: 'low' },
      true,
    ],
    [
      'update_type Create',
      [{ field: 'update_type', operator: 'is', value: 'Create' }],
      { priority: 'low' },
      false,
    ],
    [
      'status less than',
      [{ field: 'status', operator: 'less_than', value: 'solved' }],
      { status: 'hold' },
      true,
    ],
    [
      'status greater than',
      [{ field: 'status', operator: 'greater_than', value: 'open' }],
      { status: 'open' },
      false,
    ],
    ['changed', [{ field: 'priority', operator: 'changed' }], { priority: 'low' }, true],
    ['changed, of another field', [{ field: 'type', operator: 'changed' }], { priority: 'low' }, false],
    ['changed to', [{ field: 'priority', operator: 'value', value: 'low' }], { priority: 'low' }, true],
    [
      'changed from',
      [{ field: 'status', operator: 'value_previous', value: 'new' }],
      { status: 'open' },
      true,
    ],
    [
      'not changed from',
      [{ field: 'status', operator: 'not_value_previous', value: 'new' }],
      { status: 'open' },
      false,
    ],
    [
      'public comment',
      [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
      { comment: { body: 'x', public: true } },
      true,
    ],
    [
      'public comment, but a note',
      [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
      { comment: { body: 'x', public: false } },
      false,
    ],
    [
      'any comment',
      [{ field: 'comment_is_public', operator: 'is', value: 'not_relevant' }],
      { comment: { body: 'x', public: false } },
      true,
    ],
    [
      'any comment, but none',
      [{ field: 'comment_is_public', operator: 'is', value: 'not_relevant' }],
      { priority: 'low' },
      false,
    ],
    [
      'words of the comment',
      [{ field: 'comment_includes_word', operator: 'includes', value: 'refund money' }],
      { comment: { body: 'I want my money back' } },
      true,
    ],
    ['role agent', [{ field: 'role', operator: 'is', value: 'agent' }], { priority: 'low' }, true],
    ['role end user', [{ field: 'role', operator: 'is', value: 'end_user' }], { priority: 'low' }, false],
    [
      'role is this user',
      [{ field: 'role', operator: 'is', value: String(SERVICE) }],
      { priority: 'low' },
      true,
    ],
    [
      'role is not this user',
      [{ field: 'role', operator: 'is_not', value: String(SERVICE) }],
      { priority: 'low' },
      false,
    ],
    ['via mail', [{ field: 'via_id', operator: 'is', value: '4' }], { priority: 'low' }, true],
    ['via web', [{ field: 'via_id', operator: 'is', value: '0' }], { priority: 'low' }, false],
    [
      'assignee is whoever updates',
      [{ field: 'assignee_id', operator: 'is', value: 'current_user' }],
      { assignee_id: SERVICE },
      true,
    ],
  ];

  test.each(cases)('%s', async (_name, all, ticket, fires) => {
    await trigger('probe', all, addTag('fired'));
    expect(await tagsAfter(ticket)).toEqual(fires ? ['fired'] : []);
  });

  test('all must hold, and one of any', async () => {
    await trigger('mixed', [lacks('fired')], addTag('fired'), [has('a'), has('b')]);
    expect(await tagsAfter({ tags: ['c'] })).toEqual(['c']);
    expect(await tagsAfter({ tags: ['b'] })).toEqual(['b', 'fired']);
  });

  test('a custom field is present, is an option, or is not', async () => {
    const options = [
      { name: 'Red', value: 'red' },
      { name: 'Blue', value: 'blue' },
    ];
    const made = await api.post('/ticket_fields', {
      ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options },
    });
    const field = `custom_fields_${numberAt(made.body, 'ticket_field.id')}`;
    await trigger('present', [{ field, operator: 'present' }], addTag('has_colour'));
    await trigger('is red', [{ field, operator: 'is', value: 'red' }], addTag('is_red'));
    await trigger('absent', [{ field, operator: 'not_present' }], addTag('no_colour'));
    expect(await tagsAfter({ tags: ['blue'] })).toEqual(['blue', 'has_colour']);
    expect(await tagsAfter({ tags: ['red'] })).toEqual(['has_colour', 'is_red', 'red']);
    expect(await tagsAfter({ tags: ['x'] })).toEqual(['no_colour', 'x']);
  });

  test('agents in the workspace, customers by mail and the service all run through triggers', async () => {
    await trigger(
      'not the service',
      [{ field: 'role', operator: 'is_not', value: String(SERVICE) }],
      addTag('by_other'),
    );
    expect(await tagsAfter({ priority: 'low' })).toEqual([]);
    const agent = await sessionClient(sandbox, AGENT);
    expect(await tagsAfter({ priority: 'high' }, agent)).toEqual(['by_other']);
    await update({ tags: [] });
    await fetch(`${sandbox.url}/__sandbox/mail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'eve@mail.example', body: 'again', ticket_id: 101 }),
    });
    expect((await api.get('/tickets/101')).body).toMatchObject({ ticket: { tags: ['by_other'] } });
  });
});

describe('notifications', () => {
  const mailTo = (whom: string) => [
    {
      field: 'notification_user',
      value: [
        whom,
        'Re: {{ticket.title}}',
        'Hello {{ticket.requester.first_name}}: {{ticket.latest_public_comment}}',
      ],
    },
  ];
  const onComment: Rule[] = [{ field: 'comment_is_public', operator: 'is', value: 'true' }];
  const notified = (body: unknown): AuditEvent[] =>
    eventsOf(at(body, 'audit')).filter((event) => event.type.startsWith('Notification'));

  test('are an event of the audit and a mail that was sent', async () => {
    const id = await trigger('Tell the requester', onComment, mailTo('requester_id'));
    const saved = await update({ comment: { body: 'It is on its way', public: true } });
    expect(notified(saved.body)).toMatchObject([
      {
        type: 'Notification',
        recipients: [ENGLISH],
        subject: 'Re: A question',
        body: 'Hello Eve: It is on its way',
        via: { channel: 'rule', source: { rel: 'trigger', from: { id, title: 'Tell the requester' } } },
      },
    ]);
    expect(sandbox.mails()).toMatchObject([
      { ticketId: 101, to: 'eve@mail.example', subject: 'Re: A question', triggerId: id },
    ]);
    await update({ comment: { body: 'secret', public: false } });
    expect(sandbox.mails()).toHaveLength(1);
  });

  test('go to nobody who has no address', async () => {
    await trigger('Tell the requester', onComment, mailTo('requester_id'));
    const made = await api.post('/tickets', {
      ticket: { requester_id: 23, comment: { body: 'letter', public: true } },
    });
    expect(eventsOfType(at(made.body, 'audit'), 'Notification')).toEqual([]);
    expect(sandbox.mails()).toEqual([]);
  });

  test('with "CCs and followers" on, mails to requester and CCs are another event', async () => {
    await sandbox.stop();
    sandbox = await startSandbox({
      seed: { ...SEED, triggers: [], account: { ...SEED.account, email_ccs: true } },
    });
    api = await serviceClient(sandbox);
    await trigger('Tell all', onComment, mailTo('requester_and_ccs'));
    const saved = await update({
      email_ccs: [{ user_id: 22, action: 'put' }],
      comment: { body: 'Hi', public: true },
    });
    expect(notified(saved.body)).toMatchObject([{ type: 'NotificationWithCcs', recipients: [ENGLISH, 22] }]);
  });
});

describe('the API', () => {
  test('naming conditions or actions replaces both; a title alone leaves them', async () => {
    const id = await trigger('old', [has('a')], addTag('b'), [has('c')]);
    await api.put(`/triggers/${id}`, { trigger: { title: 'new' } });
    expect((await api.get(`/triggers/${id}`)).body).toMatchObject({
      trigger: { title: 'new', conditions: { all: [has('a')], any: [has('c')] } },
    });
    const both = { conditions: { all: [has('z')] }, actions: addTag('y') };
    expect((await api.put(`/triggers/${id}`, { trigger: both })).body).toMatchObject({
      trigger: { conditions: { all: [has('z')], any: [] }, actions: addTag('y') },
    });
    expect((await api.put(`/triggers/${id}`, { trigger: { conditions: { all: [has('q')] } } })).status).toBe(
      422,
    );
  });

  test('plain agents read triggers and do not write them', async () => {
    const agent = await sessionClient(sandbox, AGENT);
    expect((await agent.get('/triggers')).status).toBe(200);
    expect((await agent.post('/triggers', { trigger: { title: 'x', actions: addTag('a') } })).status).toBe(
      403,
    );
  });

  test('delete and search', async () => {
    const id = await trigger('findable one', [has('a')], addTag('b'));
    expect((await api.get('/triggers/search?query=findable')).body).toMatchObject({ count: 1 });
    expect((await api.delete(`/triggers/${id}`)).status).toBe(204);
    expect((await api.get(`/triggers/${id}`)).status).toBe(404);
  });
});
