import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { finishedJob } from './support/jobs.ts';
import { at, eventsOf, numberAt, textAt } from './support/read.ts';
import { AGENT, BILLING, ENGLISH, OTHER_AGENT, SEED, SERVICE, SUPPORT } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let id: number;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const made = await api.post('/tickets.json', {
    ticket: { subject: 'Fresh', requester_id: ENGLISH, comment: { body: 'Hello', public: true } },
  });
  expect(made.status).toBe(201);
  id = numberAt(made.body, 'ticket.id');
});

const update = (ticket: Record<string, unknown>) => api.put(`/tickets/${id}.json`, { ticket });
const stamp = async () => textAt((await api.get(`/tickets/${id}`)).body, 'ticket.updated_at');

describe('safe_update', () => {
  test('the stamp just read is accepted, an older one is a conflict and changes nothing', async () => {
    const read = await stamp();
    expect(read).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    sandbox.clock.advance(2_000);
    expect((await update({ tags: ['one'], safe_update: true, updated_stamp: read })).status).toBe(200);
    const late = await update({ tags: ['two'], safe_update: true, updated_stamp: read });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ error: 'UpdateConflict' });
    expect((await api.get(`/tickets/${id}`)).body).toMatchObject({ ticket: { tags: ['one'] } });
  });

  test('safe_update false acts like true; leaving it out turns it off', async () => {
    const old = '2020-01-01T00:00:00Z';
    expect((await update({ tags: ['x'], safe_update: false, updated_stamp: old })).status).toBe(409);
    expect((await update({ tags: ['x'], safe_update: true })).status).toBe(409);
    expect((await update({ tags: ['x'], updated_stamp: old })).status).toBe(200);
  });

  test('a change within the same second slips through, as stamps have whole seconds', async () => {
    sandbox.clock.advance(1_000 - (sandbox.clock.now() % 1_000) + 5);
    await update({ tags: ['first'] });
    const read = await stamp();
    await update({ tags: ['second'] });
    if ((await stamp()) !== read) return; // the second turned between the two calls: nothing to show
    expect((await update({ tags: ['third'], safe_update: true, updated_stamp: read })).status).toBe(200);
  });
});

describe('updates', () => {
  test('answer the ticket and its audit; metadata goes into the audit as custom', async () => {
    const saved = await update({ priority: 'high', metadata: { probe: { a: 1 } } });
    expect(saved.body).toMatchObject({
      ticket: { id, priority: 'high' },
      audit: { ticket_id: id, author_id: SERVICE, metadata: { custom: { probe: { a: 1 } } } },
    });
  });

  test('one that changes nothing leaves neither audit nor stamp', async () => {
    const before = await api.get(`/tickets/${id}/audits`);
    const read = await stamp();
    sandbox.clock.advance(5_000);
    const saved = await update({ subject: 'Fresh', metadata: { note: 'nothing else' } });
    expect(eventsOf(at(saved.body, 'audit'))).toEqual([]);
    expect(await stamp()).toBe(read);
    expect((await api.get(`/tickets/${id}/audits`)).body).toEqual(before.body);
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
    expect((await api.put(`/tickets/${id}/tags`, { tags: ['gamma'] })).body).toEqual({
      tags: ['beta', 'gamma', 'zeta'],
    });
    expect((await api.delete(`/tickets/${id}/tags`, { tags: ['beta'] })).body).toEqual({
      tags: ['gamma', 'zeta'],
    });
    const set = await api.post(`/tickets/${id}/tags`, { tags: ['only'] });
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

describe('statuses', () => {
  test('a closed ticket takes no update', async () => {
    await update({ status: 'closed' });
    const late = await update({ tags: ['x'] });
    expect(late.status).toBe(422);
    expect(late.body).toEqual({
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { status: [{ description: 'closed prevents ticket update' }] },
    });
  });

  test('solving an unassigned ticket assigns the agent who solves it', async () => {
    const agent = await sessionClient(sandbox, AGENT);
    const saved = await agent.put(`/tickets/${id}`, { ticket: { status: 'solved' } });
    expect(saved.body).toMatchObject({ ticket: { status: 'solved', assignee_id: AGENT } });
  });

  test('solving with a required field empty is refused, and names the field', async () => {
    const made = await api.post('/ticket_fields', {
      ticket_field: { type: 'text', title: 'Cause', required: true },
    });
    const field = numberAt(made.body, 'ticket_field.id');
    const refused = await update({ status: 'solved' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      error: 'RecordInvalid',
      details: {
        base: [
          {
            description: 'Cause: is required when solving a ticket',
            ticket_field_id: field,
            ticket_field_type: 'FieldText',
          },
        ],
      },
    });
    expect((await update({ status: 'solved', custom_fields: [{ id: field, value: 'rain' }] })).status).toBe(
      200,
    );
    await api.delete(`/ticket_fields/${field}`);
  });

  test('a word of the requester reopens a solved ticket', async () => {
    await update({ status: 'solved', assignee_id: AGENT });
    await fetch(`${sandbox.url}/__sandbox/mail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'eve@mail.example', body: 'No, it is not', ticket_id: id }),
    });
    expect((await api.get(`/tickets/${id}`)).body).toMatchObject({ ticket: { status: 'open' } });
  });
});

describe('creating', () => {
  test('without a description is refused', async () => {
    const refused = await api.post('/tickets', { ticket: { subject: 'Empty' } });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      details: { base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] },
    });
  });

  test('an agent who names no requester is the requester', async () => {
    const made = await api.post('/tickets', { ticket: { comment: { body: 'Note to self' } } });
    expect(made.body).toMatchObject({
      ticket: { requester_id: SERVICE, submitter_id: SERVICE, via: { channel: 'api' } },
    });
  });

  test('a requester the account does not know is made a user', async () => {
    const made = await api.post('/tickets', {
      ticket: {
        comment: { body: 'Hi' },
        requester: { name: 'New Person', email: 'new@mail.example', locale_id: 8 },
      },
    });
    const user = await api.get(`/users/${numberAt(made.body, 'ticket.requester_id')}`);
    expect(user.body).toMatchObject({ user: { email: 'new@mail.example', role: 'end-user', locale: 'de' } });
  });

  test('an idempotency key answers a repeated request with the first ticket', async () => {
    const body = { ticket: { comment: { body: 'Once' } } };
    const first = await api.post('/tickets', body, { 'idempotency-key': 'k1' });
    const again = await api.post('/tickets', body, { 'idempotency-key': 'k1' });
    expect(first.headers.get('x-idempotency-lookup')).toBe('miss');
    expect(again.headers.get('x-idempotency-lookup')).toBe('hit');
    expect(again.body).toEqual(first.body);
    const other = await api.post(
      '/tickets',
      { ticket: { comment: { body: 'Twice' } } },
      { 'idempotency-key': 'k1' },
    );
    expect(other.status).toBe(400);
  });

  test('show, show_many and delete', async () => {
    expect((await api.get(`/tickets/show_many?ids=${id},101`)).body).toMatchObject({
      tickets: [{ id }, { id: 101 }],
    });
    expect((await api.get(`/tickets/${id}?include=users,comment_count`)).body).toMatchObject({
      ticket: { id, comment_count: 1 },
    });
    expect((await api.delete(`/tickets/${id}`)).status).toBe(204);
    const gone = await api.get(`/tickets/${id}`);
    expect([gone.status, gone.body]).toEqual([404, { error: 'RecordNotFound', description: 'Not found' }]);
  });
});

test('update_many answers a job whose status tells of each ticket', async () => {
  const queued = await api.put(`/tickets/update_many.json?ids=${id},999999`, {
    ticket: { additional_tags: ['bulk'] },
  });
  expect(queued.body).toMatchObject({ job_status: { status: 'queued', results: null } });
  const done = await finishedJob(api, queued.body);
  expect(done).toMatchObject({
    job_status: {
      status: 'completed',
      total: 2,
      results: [
        { id, success: true },
        { id: 999999, success: false },
      ],
    },
  });
});
