import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, eventsOf, numberAt, textAt } from './support/read.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { AGENT, ENGLISH, SEED, SERVICE, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let receiver: Receiver;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, triggers: [] }, now: '2026-04-08T07:30:00Z' });
  api = await serviceClient(sandbox);
  receiver = await startReceiver();
});
afterEach(async () => {
  await sandbox.stop();
  await receiver.close();
});

async function listenTo(...names: string[]): Promise<void> {
  const webhook = {
    name: 'Events',
    endpoint: receiver.url,
    http_method: 'POST',
    request_format: 'json',
    status: 'active',
    subscriptions: names.map((name) => `zen:event-type:ticket.${name}`),
  };
  expect((await api.post('/webhooks', { webhook })).status).toBe(201);
}

const payloads = () => receiver.received.map((call): unknown => JSON.parse(call.body));
const heard = () =>
  payloads()
    .map((payload) => textAt(payload, 'type').replace('zen:event-type:ticket.', ''))
    .toSorted();
const eventOf = (name: string) =>
  at(
    payloads().find((payload) => textAt(payload, 'type').endsWith(`.${name}`)),
    'event',
  );
const update = (ticket: Record<string, unknown>) => api.put('/tickets/101', { ticket });

/** What Zendesk's description of the payload asks of every ticket event. */
const id = z.string().regex(/^\d+$/);
const Envelope = z.strictObject({
  type: z.string().startsWith('zen:event-type:ticket.'),
  account_id: z.int(),
  id: z.uuid(),
  time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
  zendesk_event_version: z.literal('2022-11-06'),
  subject: z.string().regex(/^zen:ticket:\d+$/),
  detail: z.strictObject({
    actor_id: z.string(),
    assignee_id: id.nullable(),
    brand_id: id,
    created_at: z.iso.datetime(),
    custom_status: id.nullable(),
    description: z.string(),
    external_id: z.string().nullable(),
    form_id: id.nullable(),
    group_id: id.nullable(),
    id,
    is_public: z.boolean(),
    organization_id: id.nullable(),
    priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']).nullable(),
    requester_id: id,
    status: z.enum(['NEW', 'OPEN', 'PENDING', 'HOLD', 'SOLVED', 'CLOSED', 'DELETED']),
    subject: z.string(),
    submitter_id: id,
    tags: z.array(z.string()),
    type: z.enum(['PROBLEM', 'INCIDENT', 'QUESTION', 'TASK']).nullable(),
    updated_at: z.iso.datetime(),
    via: z.strictObject({ channel: z.string() }),
  }),
  event: z.looseObject({
    meta: z.object({ sequence: z.object({ id: z.string(), position: z.int(), total: z.int() }) }),
  }),
});

test('one update makes an event for each thing that changed, in the documented envelope', async () => {
  await listenTo(
    'status_changed',
    'priority_changed',
    'tags_changed',
    'agent_assignment_changed',
    'comment_added',
  );
  const comment = { body: 'We look into it', public: true, author_id: AGENT };
  await update({ status: 'pending', priority: 'high', tags: ['a', 'b'], assignee_id: AGENT, comment });
  await expect
    .poll(heard)
    .toEqual([
      'agent_assignment_changed',
      'comment_added',
      'priority_changed',
      'status_changed',
      'tags_changed',
    ]);
  for (const payload of payloads()) Envelope.parse(payload);
  expect(payloads()[0]).toMatchObject({
    subject: 'zen:ticket:101',
    detail: { id: '101', status: 'PENDING', priority: 'HIGH', actor_id: String(SERVICE), tags: ['a', 'b'] },
  });
  expect(textAt(payloads()[0], 'time')).toMatch(/^2026-04-08T07:3/);
  expect(eventOf('status_changed')).toMatchObject({ current: 'PENDING', previous: expect.any(String) });
  expect(eventOf('priority_changed')).toMatchObject({ current: 'HIGH', previous: null });
  expect(eventOf('tags_changed')).toMatchObject({ tags_added: ['a', 'b'], tags_removed: [] });
  expect(eventOf('agent_assignment_changed')).toMatchObject({ current: String(AGENT), previous: null });
  expect(eventOf('comment_added')).toMatchObject({
    comment: {
      body: 'We look into it',
      is_public: true,
      author: { id: String(AGENT), is_staff: true, name: 'Ada Agent' },
    },
  });
  const sequences = new Set(payloads().map((payload) => textAt(payload, 'event.meta.sequence.id')));
  expect(sequences.size).toBe(1);
});

test('a new ticket is created and has a first comment, but nothing of it changed', async () => {
  await listenTo('created', 'comment_added', 'status_changed', 'tags_changed');
  await api.post('/tickets', { ticket: { requester_id: ENGLISH, comment: { body: 'Hi' }, tags: ['x'] } });
  await expect.poll(heard).toEqual(['comment_added', 'created']);
  expect(payloads()[0]).toMatchObject({ detail: { via: { channel: 'web_service' } } });
});

test('only what is subscribed to is sent, and nothing of an update that changes nothing', async () => {
  await listenTo('subject_changed');
  await update({ priority: 'low' });
  await update({ subject: 'A question' });
  await update({ subject: 'Another question' });
  await expect.poll(heard).toEqual(['subject_changed']);
  expect(eventOf('subject_changed')).toMatchObject({ current: 'Another question', previous: 'A question' });
});

test('a custom field tells its id, title and type', async () => {
  const made = await api.post('/ticket_fields', { ticket_field: { type: 'text', title: 'Reference' } });
  const fieldId = numberAt(made.body, 'ticket_field.id');
  await listenTo('custom_field_changed');
  await update({ custom_fields: [{ id: fieldId, value: 'R-1' }] });
  await expect.poll(heard).toEqual(['custom_field_changed']);
  expect(eventOf('custom_field_changed')).toMatchObject({
    current: { value: 'R-1' },
    previous: { value: null },
    custom_field: { id: String(fieldId), title: 'Reference', type: 'text' },
  });
});

test('what rules change is told too, with the last state', async () => {
  await api.post('/triggers', {
    trigger: {
      title: 'Tag',
      conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Change' }] },
      actions: [
        { field: 'current_tags', value: 'seen' },
        { field: 'group_id', value: String(SUPPORT) },
      ],
    },
  });
  await listenTo('tags_changed', 'group_assignment_changed');
  await update({ priority: 'low' });
  await expect.poll(heard).toContain('tags_changed');
  expect(eventOf('tags_changed')).toMatchObject({ tags_added: ['seen'] });
});

test('a ticket that is deleted, restored, deleted again and forgotten', async () => {
  await listenTo('soft_deleted', 'undeleted', 'permanently_deleted');
  const remove = async () => expect((await api.delete('/tickets/101')).status).toBe(204);
  await remove();
  await expect.poll(heard).toEqual(['soft_deleted']);
  expect(payloads()[0]).toMatchObject({ detail: { id: '101', status: 'DELETED' } });
  expect((await api.put('/deleted_tickets/101/restore', {})).status).toBe(200);
  await expect.poll(heard).toEqual(['soft_deleted', 'undeleted']);
  await remove();
  expect((await api.delete('/deleted_tickets/101')).status).toBe(200);
  await expect.poll(heard).toEqual(['permanently_deleted', 'soft_deleted', 'soft_deleted', 'undeleted']);
});

test('a ticket that is merged into another', async () => {
  await listenTo('merged');
  await api.post('/tickets/101/merge', { ids: [102] });
  await expect.poll(heard).toEqual(['merged']);
  expect(payloads()[0]).toMatchObject({ detail: { id: '102' }, event: { target_ticket_id: '101' } });
});

test('a comment that is made private, and one that is redacted', async () => {
  await listenTo('comment_made_private', 'comment_redacted');
  const saved = await update({ comment: { body: 'Card 4711', public: true } });
  const commentId = eventsOf(at(saved.body, 'audit')).find((event) => event.type === 'Comment')?.id ?? 0;
  await api.put(`/tickets/101/comments/${commentId}/redact`, { text: '4711' });
  await api.put(`/tickets/101/comments/${commentId}/make_private`, {});
  await expect.poll(heard).toEqual(['comment_made_private', 'comment_redacted']);
  expect(eventOf('comment_made_private')).toMatchObject({
    comment: { id: String(commentId), is_public: false },
  });
});

test('the log of invocations names the event', async () => {
  await listenTo('priority_changed');
  await update({ priority: 'low' });
  await expect.poll(() => sandbox.deliveries()[0]?.state).toBe('succeeded');
  const webhookId = sandbox.deliveries()[0]?.webhookId;
  expect((await api.get(`/webhooks/${webhookId}/invocations`)).body).toMatchObject({
    invocations: [{ event_type: 'zen:event-type:ticket.priority_changed', status: 'success' }],
  });
});
