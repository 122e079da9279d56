import { expect, test } from 'vitest';
import { numberAt, textAt } from '../support/read.ts';
import { AGENT, SERVICE, SUPPORT } from '../support/seed.ts';
import { Envelope } from './event-envelope.ts';
import { heardEvents } from './heard-events.ts';

const { account, listenTo, update, payloads, heard, eventOf } = heardEvents();

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

test('only what is subscribed to is sent, and nothing of an update that changes nothing', async () => {
  await listenTo('subject_changed');
  await update({ priority: 'low' });
  await update({ subject: 'A question' });
  await update({ subject: 'Another question' });
  await expect.poll(heard).toEqual(['subject_changed']);
  expect(eventOf('subject_changed')).toMatchObject({ current: 'Another question', previous: 'A question' });
});

test('a custom field tells its id, title and type', async () => {
  const made = await account.api.post('/ticket_fields', {
    ticket_field: { type: 'text', title: 'Reference' },
  });
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
  await account.api.post('/triggers', {
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
