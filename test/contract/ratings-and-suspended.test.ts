import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, GERMAN, SEED, SERVICE } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let customer: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED, now: '2026-04-08T07:30:00Z' });
  api = await serviceClient(sandbox);
  customer = await sessionClient(sandbox, ENGLISH);
});
afterEach(() => sandbox.stop());

const rate = (client: Client, rating: Record<string, unknown>, ticket = 101) =>
  client.post(`/tickets/${ticket}/satisfaction_rating`, { satisfaction_rating: rating });
const solve = () => api.put('/tickets/101', { ticket: { status: 'solved', assignee_id: AGENT } });
const ratingOnTicket = async () => at((await api.get('/tickets/101')).body, 'ticket.satisfaction_rating');

describe('satisfaction ratings', () => {
  test('the requester rates a ticket that was solved; the last word counts', async () => {
    expect(await ratingOnTicket()).toEqual({ score: 'unoffered' });
    await solve();
    const rated = await rate(customer, { score: 'bad', comment: 'Slow' });
    expect([rated.status, rated.body]).toMatchObject([
      200,
      {
        satisfaction_rating: {
          score: 'bad',
          comment: 'Slow',
          ticket_id: 101,
          requester_id: ENGLISH,
          assignee_id: AGENT,
        },
      },
    ]);
    await rate(customer, { score: 'good' });
    expect(await ratingOnTicket()).toMatchObject({ score: 'good', comment: 'Slow' });
  });

  test('nobody else rates, nobody before it was solved, and only good or bad', async () => {
    expect((await rate(customer, { score: 'good' })).status).toBe(422);
    await solve();
    expect((await rate(api, { score: 'good' })).status).toBe(403);
    expect((await rate(await sessionClient(sandbox, GERMAN), { score: 'good' })).status).toBe(403);
    expect((await rate(customer, { score: 'offered' })).status).toBe(422);
    expect((await rate(customer, {})).status).toBe(422);
  });

  test('the list filters by score, comment and time, for administrators', async () => {
    await solve();
    await rate(customer, { score: 'good' });
    const between = Math.ceil(sandbox.clock.now() / 1_000) + 30;
    sandbox.clock.advance(60_000);
    await rate(customer, { score: 'bad', comment: 'Slow' });
    const scores = async (query: string) =>
      listAt((await api.get(`/satisfaction_ratings?${query}`)).body, 'satisfaction_ratings').map((one) =>
        at(one, 'score'),
      );
    expect(await scores('')).toEqual(['good', 'bad']);
    expect(await scores('score=bad')).toEqual(['bad']);
    expect(await scores('score=received_without_comment')).toEqual(['good']);
    expect(await scores('score=bad_without_comment')).toEqual([]);
    expect(await scores(`start_time=${between}`)).toEqual(['bad']);
    const { body } = await api.get('/satisfaction_ratings');
    const id = numberAt(body, 'satisfaction_ratings.0.id');
    expect((await api.get(`/satisfaction_ratings/${id}`)).body).toMatchObject({
      satisfaction_rating: { id, score: 'good' },
    });
    expect((await (await sessionClient(sandbox, AGENT)).get('/satisfaction_ratings')).status).toBe(403);
  });

  test('the survey automation offers a rating a day after solving, once', async () => {
    const { body } = await api.get('/automations/search?query=satisfaction');
    await api.put(`/automations/${numberAt(body, 'automations.0.id')}`, { automation: { active: true } });
    await solve();
    sandbox.clock.advance(40 * 3_600_000);
    expect(await ratingOnTicket()).toEqual({ score: 'offered' });
    expect(sandbox.mails().filter((mail) => /How would you rate/.test(mail.subject))).toHaveLength(1);
  });
});

describe('suspended tickets', () => {
  const mail = async (ticket_id?: number) => {
    await fetch(`${sandbox.url}/__sandbox/mail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'sid@spam.example', subject: 'Prize', body: 'You won', ticket_id }),
    });
    const { body } = await api.get('/suspended_tickets');
    return numberAt(listAt(body, 'suspended_tickets').at(-1), 'id');
  };

  test('mail of a suspended sender waits there and is recovered as a ticket of whoever recovers it', async () => {
    const id = await mail();
    expect((await api.get(`/suspended_tickets/${id}`)).body).toMatchObject({
      suspended_ticket: {
        subject: 'Prize',
        content: 'You won',
        cause: 'User is suspended',
        author: { email: 'sid@spam.example' },
      },
    });
    const recovered = await api.put(`/suspended_tickets/${id}/recover`, {});
    expect(recovered.status).toBe(200);
    expect(at(recovered.body, 'ticket.0')).toMatchObject({
      subject: 'Prize',
      requester_id: SERVICE,
      via: { channel: 'email' },
    });
    expect((await api.get(`/suspended_tickets/${id}`)).status).toBe(404);
  });

  test('many are recovered for their senders, an answer as a comment', async () => {
    const [first, second] = [await mail(), await mail(101)];
    const recovered = await api.put(`/suspended_tickets/recover_many?ids=${first},${second}`, {});
    expect(listAt(recovered.body, 'tickets')).toMatchObject([
      { subject: 'Prize', requester_id: 24 },
      { id: 101 },
    ]);
    expect(listAt((await api.get('/tickets/101/comments')).body, 'comments').at(-1)).toMatchObject({
      body: 'You won',
    });
  });

  test('one or many are deleted', async () => {
    const [first, second, third] = [await mail(), await mail(), await mail()];
    expect((await api.delete(`/suspended_tickets/${first}`)).status).toBe(204);
    expect((await api.delete(`/suspended_tickets/destroy_many?ids=${second},${third}`)).status).toBe(204);
    expect((await api.get('/suspended_tickets')).body).toMatchObject({ count: 0 });
  });
});
