import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, eventsOf, eventsOfType, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, GERMAN, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let id: number;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, account: { ...SEED.account, email_ccs: true } } });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  const ticket = { requester_id: ENGLISH, comment: { body: 'My number is 12345', public: true } };
  id = numberAt((await api.post('/tickets', { ticket })).body, 'ticket.id');
});

const comments = async (query = '') =>
  listAt((await api.get(`/tickets/${id}/comments${query}`)).body, 'comments');
const lastAudit = async () => listAt((await api.get(`/tickets/${id}/audits`)).body, 'audits').at(-1);

describe('redacting', () => {
  test('a text becomes blocks, everywhere it stood, and an audit tells that something was hidden', async () => {
    const [comment] = await comments();
    const commentId = numberAt(comment, 'id');
    const redacted = await api.put(`/tickets/${id}/comments/${commentId}/redact`, { text: '12345' });
    expect(redacted.body).toMatchObject({ comment: { id: commentId, plain_body: 'My number is ▇▇▇▇▇' } });
    const [first] = listAt((await api.get(`/tickets/${id}/audits`)).body, 'audits');
    expect(JSON.stringify(eventsOfType(first, 'Comment'))).not.toContain('12345');
    expect((await api.get(`/tickets/${id}`)).body).toMatchObject({
      ticket: { description: 'My number is ▇▇▇▇▇' },
    });
    expect(eventsOfType(await lastAudit(), 'CommentRedactionEvent')).toMatchObject([
      { comment_id: commentId },
    ]);
  });

  test('neither a text that is not there, nor a comment of another ticket, nor on a closed ticket', async () => {
    const commentId = numberAt((await comments())[0], 'id');
    const redact = (path: string) => api.put(path, { text: '99999' });
    expect((await redact(`/tickets/${id}/comments/${commentId}/redact`)).status).toBe(400);
    expect((await redact(`/tickets/101/comments/${commentId}/redact`)).status).toBe(404);
    await api.put(`/tickets/${id}`, { ticket: { status: 'closed' } });
    expect((await redact(`/tickets/${id}/comments/${commentId}/redact`)).status).toBe(422);
  });
});

test('a comment made private is hidden from the customer', async () => {
  await api.put(`/tickets/${id}`, { ticket: { comment: { body: 'Oh dear', public: true } } });
  const commentId = numberAt((await comments())[1], 'id');
  const customer = await sessionClient(sandbox, ENGLISH);
  expect(listAt((await customer.get(`/tickets/${id}/comments`)).body, 'comments')).toHaveLength(2);
  expect((await api.put(`/tickets/${id}/comments/${commentId}/make_private`, {})).status).toBe(200);
  expect(listAt((await customer.get(`/tickets/${id}/comments`)).body, 'comments')).toHaveLength(1);
  expect(eventsOfType(await lastAudit(), 'CommentPrivacyChange')).toMatchObject([{ comment_id: commentId }]);
});

test('comments are listed oldest first or newest first, in the way of either paging', async () => {
  await api.put(`/tickets/${id}`, { ticket: { comment: { body: 'Second', public: false } } });
  const first = async (query: string) => at((await comments(query))[0], 'body');
  expect(await first('')).toBe('My number is 12345');
  expect(await first('?sort_order=desc')).toBe('Second');
  expect(await first('?page[size]=1&sort=-created_at')).toBe('Second');
});

describe('people around a ticket', () => {
  const people = async (list: string) =>
    listAt((await api.get(`/tickets/${id}/${list}`)).body, 'users').map((user) => at(user, 'email'));
  const update = async (ticket: Record<string, unknown>) =>
    (await api.put(`/tickets/${id}`, { ticket })).body;

  test('are put on copy and taken off, made users where they are not known, and told in the audit', async () => {
    const saved = await update({
      email_ccs: [
        { user_id: GERMAN, action: 'put' },
        { user_email: 'cc@new.example', user_name: 'Cecil', action: 'put' },
      ],
      followers: [
        { user_id: AGENT, action: 'put' },
        { user_id: GERMAN, action: 'put' },
      ],
    });
    expect(await people('email_ccs')).toEqual(['gerd@mail.example', 'cc@new.example']);
    expect(await people('followers')).toEqual(['ada@probe.example']);
    expect(await people('collaborators')).toHaveLength(3);
    expect(eventsOf(at(saved, 'audit')).map((event) => event.type)).toEqual([
      'EmailCcChange',
      'FollowerChange',
    ]);
    expect(eventsOf(at(saved, 'audit'))[0]).toMatchObject({
      previous_email_ccs: [],
      current_email_ccs: ['gerd@mail.example', 'cc@new.example'],
    });
    await update({ email_ccs: [{ user_email: 'cc@new.example', action: 'delete' }] });
    expect(await people('email_ccs')).toEqual(['gerd@mail.example']);
  });

  test('collaborators set the whole list, additional ones add to it', async () => {
    await update({ collaborator_ids: [GERMAN] });
    await update({ additional_collaborators: ['third@mail.example'] });
    expect(await people('email_ccs')).toEqual(['gerd@mail.example', 'third@mail.example']);
    await update({ collaborators: [{ name: 'Only', email: 'only@mail.example' }] });
    expect(await people('email_ccs')).toEqual(['only@mail.example']);
  });

  test('a public reply is mailed to them, and the notification says so', async () => {
    await update({ email_ccs: [{ user_id: GERMAN, action: 'put' }] });
    const saved = await update({ comment: { body: 'To you both', public: true } });
    expect(eventsOfType(at(saved, 'audit'), 'NotificationWithCcs')).toMatchObject([
      { recipients: [ENGLISH, GERMAN] },
    ]);
  });

  test('who is on copy may read the ticket', async () => {
    const customer = await sessionClient(sandbox, GERMAN);
    expect((await customer.get(`/tickets/${id}`)).status).toBe(403);
    await update({ email_ccs: [{ user_id: GERMAN }] });
    expect((await customer.get(`/tickets/${id}`)).status).toBe(200);
  });

  test('an agent among the collaborators becomes a follower', async () => {
    await update({ collaborator_ids: [GERMAN, AGENT] });
    expect(await people('email_ccs')).toEqual(['gerd@mail.example']);
    expect(await people('followers')).toEqual(['ada@probe.example']);
  });
});

test('where "CCs and followers" is off, email_ccs count for nothing and collaborators do', async () => {
  const plain = await startSandbox({ seed: SEED });
  const client = await serviceClient(plain);
  const put = async (ticket: Record<string, unknown>) => (await client.put('/tickets/101', { ticket })).body;
  expect(await put({ email_ccs: [{ user_id: GERMAN }] })).toMatchObject({ ticket: { collaborator_ids: [] } });
  expect(await put({ collaborator_ids: [GERMAN, AGENT] })).toMatchObject({
    ticket: { collaborator_ids: [GERMAN, AGENT] },
  });
  await plain.stop();
});
