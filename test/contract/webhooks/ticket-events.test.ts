import { expect, test } from 'vitest';
import { at, eventsOf } from '../support/read.ts';
import { ENGLISH } from '../support/seed.ts';
import { heardEvents } from './heard-events.ts';

const { account, listenTo, update, payloads, heard, eventOf } = heardEvents();

test('a new ticket is created and has a first comment, but nothing of it changed', async () => {
  await listenTo('created', 'comment_added', 'status_changed', 'tags_changed');
  await account.api.post('/tickets', {
    ticket: { requester_id: ENGLISH, comment: { body: 'Hi' }, tags: ['x'] },
  });
  await expect.poll(heard).toEqual(['comment_added', 'created']);
  expect(payloads()[0]).toMatchObject({ detail: { via: { channel: 'web_service' } } });
});

test('a ticket that is deleted, restored, deleted again and forgotten', async () => {
  await listenTo('soft_deleted', 'undeleted', 'permanently_deleted');
  const remove = async () => expect((await account.api.delete('/tickets/101')).status).toBe(204);
  await remove();
  await expect.poll(heard).toEqual(['soft_deleted']);
  expect(payloads()[0]).toMatchObject({ detail: { id: '101', status: 'DELETED' } });
  expect((await account.api.put('/deleted_tickets/101/restore', {})).status).toBe(200);
  await expect.poll(heard).toEqual(['soft_deleted', 'undeleted']);
  await remove();
  expect((await account.api.delete('/deleted_tickets/101')).status).toBe(200);
  await expect.poll(heard).toEqual(['permanently_deleted', 'soft_deleted', 'soft_deleted', 'undeleted']);
});

test('a ticket that is merged into another', async () => {
  await listenTo('merged');
  await account.api.post('/tickets/101/merge', { ids: [102] });
  await expect.poll(heard).toEqual(['merged']);
  expect(payloads()[0]).toMatchObject({ detail: { id: '102' }, event: { target_ticket_id: '101' } });
});

test('a comment that is made private, and one that is redacted', async () => {
  await listenTo('comment_made_private', 'comment_redacted');
  const saved = await update({ comment: { body: 'Card 4711', public: true } });
  const commentId = eventsOf(at(saved.body, 'audit')).find((event) => event.type === 'Comment')?.id ?? 0;
  await account.api.put(`/tickets/101/comments/${commentId}/redact`, { text: '4711' });
  await account.api.put(`/tickets/101/comments/${commentId}/make_private`, {});
  await expect.poll(heard).toEqual(['comment_made_private', 'comment_redacted']);
  expect(eventOf('comment_made_private')).toMatchObject({
    comment: { id: String(commentId), is_public: false },
  });
});

test('the log of invocations names the event', async () => {
  await listenTo('priority_changed');
  await update({ priority: 'low' });
  await expect.poll(() => account.sandbox.deliveries()[0]?.state).toBe('succeeded');
  const webhookId = account.sandbox.deliveries()[0]?.webhookId;
  expect((await account.api.get(`/webhooks/${webhookId}/invocations`)).body).toMatchObject({
    invocations: [{ event_type: 'zen:event-type:ticket.priority_changed', status: 'success' }],
  });
});
