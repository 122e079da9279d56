import { describe, expect, test } from 'vitest';
import { finishedJob } from '../support/jobs.ts';
import { at, eventsOf } from '../support/read.ts';
import { AGENT, BILLING, ENGLISH, OTHER_AGENT, SERVICE, SUPPORT } from '../support/seed.ts';
import { freshTicket } from './fresh-ticket.ts';

const { account, ticket, update, stamp } = freshTicket();

describe('updates', () => {
  test('answer the ticket and its audit; metadata goes into the audit as custom', async () => {
    const saved = await update({ priority: 'high', metadata: { probe: { a: 1 } } });
    expect(saved.body).toMatchObject({
      ticket: { id: ticket.id, priority: 'high' },
      audit: { ticket_id: ticket.id, author_id: SERVICE, metadata: { custom: { probe: { a: 1 } } } },
    });
  });

  test('one that changes nothing leaves neither audit nor stamp', async () => {
    const before = await account.api.get(`/tickets/${ticket.id}/audits`);
    const read = await stamp();
    account.sandbox.clock.advance(5_000);
    const saved = await update({ subject: 'Fresh', metadata: { note: 'nothing else' } });
    expect(eventsOf(at(saved.body, 'audit'))).toEqual([]);
    expect(await stamp()).toBe(read);
    expect((await account.api.get(`/tickets/${ticket.id}/audits`)).body).toEqual(before.body);
  });

  test('an assignee opens a new ticket and brings the group', async () => {
    const saved = await update({ assignee_id: OTHER_AGENT });
    expect(saved.body).toMatchObject({
      ticket: { status: 'open', assignee_id: OTHER_AGENT, group_id: BILLING },
    });
    const moved = await update({ group_id: SUPPORT });
    expect(moved.body).toMatchObject({ ticket: { assignee_id: null, group_id: SUPPORT, status: 'open' } });
  });

  test('an end user cannot be the assignee', async () => {
    expect((await update({ assignee_id: ENGLISH })).status).toBe(422);
  });

  test('due_at is for tasks only', async () => {
    expect((await update({ type: 'question', due_at: '2030-01-02T10:00:00Z' })).body).toMatchObject({
      ticket: { due_at: null },
    });
    expect((await update({ type: 'task', due_at: '2030-01-02T12:00:00+02:00' })).body).toMatchObject({
      ticket: { due_at: '2030-01-02T10:00:00Z' },
    });
    expect((await update({ type: 'incident' })).body).toMatchObject({ ticket: { due_at: null } });
  });

  test('tags are lower case, without doubles and in order; they can be set, added and removed', async () => {
    expect((await update({ tags: ['Zeta', 'alpha', 'ALPHA'] })).body).toMatchObject({
      ticket: { tags: ['alpha', 'zeta'] },
    });
    expect((await update({ additional_tags: ['beta'] })).body).toMatchObject({
      ticket: { tags: ['alpha', 'beta', 'zeta'] },
    });
    expect((await update({ remove_tags: ['alpha'] })).body).toMatchObject({
      ticket: { tags: ['beta', 'zeta'] },
    });
    expect((await account.api.put(`/tickets/${ticket.id}/tags`, { tags: ['gamma'] })).body).toEqual({
      tags: ['beta', 'gamma', 'zeta'],
    });
    expect((await account.api.delete(`/tickets/${ticket.id}/tags`, { tags: ['beta'] })).body).toEqual({
      tags: ['gamma', 'zeta'],
    });
    const set = await account.api.post(`/tickets/${ticket.id}/tags`, { tags: ['only'] });
    expect([set.status, set.body]).toEqual([201, { tags: ['only'] }]);
  });

  test('html_body is kept as HTML, its words as text; what could run is taken out', async () => {
    const saved = await update({
      comment: {
        html_body: '<p>Dear <b>Eve</b>,</p><p>done &amp; sent.</p><script>alert(1)</script>',
        public: false,
      },
    });
    const [comment] = eventsOf(at(saved.body, 'audit'));
    expect(comment).toMatchObject({
      type: 'Comment',
      public: false,
      body: 'Dear Eve,\n\ndone & sent.',
      plain_body: 'Dear Eve,\n\ndone & sent.',
    });
    expect(comment?.html_body).toContain('<b>Eve</b>');
    expect(comment?.html_body).not.toContain('script');
  });

  test('a comment may be of another author than the updater', async () => {
    const saved = await update({ comment: { body: 'as Ada', public: true, author_id: AGENT } });
    expect(saved.body).toMatchObject({ audit: { author_id: SERVICE } });
    expect(eventsOf(at(saved.body, 'audit'))[0]).toMatchObject({ type: 'Comment', author_id: AGENT });
  });
});

test('update_many answers a job whose status tells of each ticket', async () => {
  const queued = await account.api.put(`/tickets/update_many.json?ids=${ticket.id},999999`, {
    ticket: { additional_tags: ['bulk'] },
  });
  expect(queued.body).toMatchObject({ job_status: { status: 'queued', results: null } });
  const done = await finishedJob(account.api, queued.body);
  expect(done).toMatchObject({
    job_status: {
      status: 'completed',
      total: 2,
      results: [
        { id: ticket.id, success: true },
        { id: 999999, success: false },
      ],
    },
  });
});
