import { describe, expect, test } from 'vitest';
import { numberAt } from '../support/read.ts';
import { SERVICE } from '../support/seed.ts';
import { freshTicket } from './fresh-ticket.ts';

const { account, ticket } = freshTicket();

describe('creating', () => {
  test('without a description is refused', async () => {
    const refused = await account.api.post('/tickets', { ticket: { subject: 'Empty' } });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      details: { base: [{ description: 'Description: cannot be blank', error: 'BlankValue' }] },
    });
  });

  test('an agent who names no requester is the requester', async () => {
    const made = await account.api.post('/tickets', { ticket: { comment: { body: 'Note to self' } } });
    expect(made.body).toMatchObject({
      ticket: { requester_id: SERVICE, submitter_id: SERVICE, via: { channel: 'api' } },
    });
  });

  test('a requester the account does not know is made a user', async () => {
    const made = await account.api.post('/tickets', {
      ticket: {
        comment: { body: 'Hi' },
        requester: { name: 'New Person', email: 'new@mail.example', locale_id: 8 },
      },
    });
    const user = await account.api.get(`/users/${numberAt(made.body, 'ticket.requester_id')}`);
    expect(user.body).toMatchObject({ user: { email: 'new@mail.example', role: 'end-user', locale: 'de' } });
  });

  test('an idempotency key answers a repeated request with the first ticket', async () => {
    const body = { ticket: { comment: { body: 'Once' } } };
    const first = await account.api.post('/tickets', body, { 'idempotency-key': 'k1' });
    const again = await account.api.post('/tickets', body, { 'idempotency-key': 'k1' });
    expect(first.headers.get('x-idempotency-lookup')).toBe('miss');
    expect(again.headers.get('x-idempotency-lookup')).toBe('hit');
    expect(again.body).toEqual(first.body);
    const other = await account.api.post(
      '/tickets',
      { ticket: { comment: { body: 'Twice' } } },
      { 'idempotency-key': 'k1' },
    );
    expect(other.status).toBe(400);
  });

  test('show, show_many and delete', async () => {
    expect((await account.api.get(`/tickets/show_many?ids=${ticket.id},101`)).body).toMatchObject({
      tickets: [{ id: ticket.id }, { id: 101 }],
    });
    expect((await account.api.get(`/tickets/${ticket.id}?include=users,comment_count`)).body).toMatchObject({
      ticket: { id: ticket.id, comment_count: 1 },
    });
    expect((await account.api.delete(`/tickets/${ticket.id}`)).status).toBe(204);
    const gone = await account.api.get(`/tickets/${ticket.id}`);
    expect([gone.status, gone.body]).toEqual([404, { error: 'RecordNotFound', description: 'Not found' }]);
  });
});
