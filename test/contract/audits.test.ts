import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, token } from './support/client.ts';
import { at, eventsOf, listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED, SERVICE, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());

const auditsOf = async (id: number) =>
  listAt((await api.get(`/tickets/${id}/audits.json?page[size]=100`)).body, 'audits');

test('creating: the comment first, then one Create event per value; tags are a list, ids are texts', async () => {
  const field = numberAt(
    (await api.post('/ticket_fields', { ticket_field: { type: 'text', title: 'Site' } })).body,
    'ticket_field.id',
  );
  const made = await api.post('/tickets', {
    ticket: {
      subject: 'New',
      requester_id: ENGLISH,
      assignee_id: AGENT,
      comment: { body: 'Hello', public: true },
      tags: ['b', 'a'],
      custom_fields: [{ id: field, value: 'North' }],
      metadata: { from: 'test' },
    },
  });
  const [audit, ...rest] = await auditsOf(numberAt(made.body, 'ticket.id'));
  expect(rest).toEqual([]);
  expect(audit).toMatchObject({
    ticket_id: numberAt(made.body, 'ticket.id'),
    author_id: SERVICE,
    via: { channel: 'api' },
    metadata: { system: {}, custom: { from: 'test' } },
  });
  const events = eventsOf(audit);
  expect(events[0]).toMatchObject({
    type: 'Comment',
    author_id: SERVICE,
    body: 'Hello',
    public: true,
    attachments: [],
    audit_id: at(audit, 'id'),
  });
  const created = Object.fromEntries(
    events.filter((event) => event.type === 'Create').map((event) => [event.field_name, event.value]),
  );
  expect(created).toMatchObject({
    subject: 'New',
    status: 'open',
    requester_id: String(ENGLISH),
    assignee_id: String(AGENT),
    group_id: String(SUPPORT),
    tags: ['a', 'b'],
    [String(field)]: 'North',
  });
  expect(created).not.toHaveProperty('priority');
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
});

test('updating: Change events with both values, the macro that was used, and what triggers sent', async () => {
  const macro = numberAt(
    (
      await api.post('/macros', {
        macro: { title: 'Reply', actions: [{ field: 'status', value: 'pending' }] },
      })
    ).body,
    'macro.id',
  );
  await api.put('/tickets/101', {
    ticket: {
      status: 'pending',
      tags: ['x'],
      comment: { html_body: '<p>Hi</p>', public: true },
      macro_ids: [macro],
      metadata: { m: 1 },
    },
  });
  const audit = (await auditsOf(101)).at(-1);
  const events = eventsOf(audit);
  expect(events.map((event) => event.type)).toEqual([
    'Comment',
    'Change',
    'Change',
    'Change',
    'AgentMacroReference',
    'Notification',
  ]);
  expect(events[1]).toMatchObject({ field_name: 'status', value: 'pending', previous_value: 'new' });
  expect(events[2]).toMatchObject({ field_name: 'custom_status_id' });
  expect(events[3]).toMatchObject({ field_name: 'tags', value: ['x'], previous_value: [] });
  expect(events[4]).toMatchObject({ macro_id: String(macro), macro_title: 'Reply' });
  expect(events[5]).toMatchObject({
    recipients: [ENGLISH],
    via: {
      channel: 'rule',
      source: { rel: 'trigger', from: { title: 'Notify requester and CCs of comment update' } },
    },
  });
  expect(at(audit, 'metadata.custom')).toEqual({ m: 1 });
});

test('audits come oldest first, and one can be asked for by its id', async () => {
  const audits = await auditsOf(101);
  const ids = audits.map((audit) => numberAt(audit, 'id'));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  const one = await api.get(`/tickets/101/audits/${ids[0]}`);
  expect(at(one.body, 'audit')).toEqual(audits[0]);
  expect((await api.get('/tickets/101/audits/1')).status).toBe(404);
});

test('comments are the same events, with the stamp, via and metadata of their audit', async () => {
  const { body } = await api.get('/tickets/101/comments');
  expect(listAt(body, 'comments')).toMatchObject([
    { type: 'Comment', author_id: ENGLISH, body: 'Where is it?', via: { channel: 'email' }, public: true },
    {
      type: 'Comment',
      author_id: SERVICE,
      body: 'Hi',
      via: { channel: 'api' },
      metadata: { custom: { m: 1 } },
    },
  ]);
});

test('a seeded ticket has the audits that live traffic would have left', async () => {
  const [first] = await auditsOf(102);
  expect(eventsOf(first).map((event) => event.type)).toContain('Notification');
  expect(sandbox.mails().filter((mail) => mail.ticketId === 102)).toEqual([]);
});

test('attachments that were uploaded hang on the comment', async () => {
  const upload = await fetch(`${sandbox.url}/api/v2/uploads.json?filename=note.txt`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await token(sandbox)}`, 'content-type': 'text/plain' },
    body: 'some words',
  });
  expect(upload.status).toBe(201);
  const key = textAt(await upload.json(), 'upload.token');
  await api.put('/tickets/102', {
    ticket: { comment: { body: 'See the file', public: false, uploads: [key] } },
  });
  const comment = listAt((await api.get('/tickets/102/comments')).body, 'comments').at(-1);
  expect(comment).toMatchObject({
    attachments: [{ file_name: 'note.txt', content_type: 'text/plain', size: 10 }],
  });
  const url = at(comment, 'attachments.0.content_url');
  expect(await (await fetch(String(url))).text()).toBe('some words');
});
