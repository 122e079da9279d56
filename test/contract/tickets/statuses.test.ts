import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { numberAt } from '../support/read.ts';
import { AGENT } from '../support/seed.ts';
import { freshTicket } from './fresh-ticket.ts';

const { account, ticket, update } = freshTicket();

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
    const agent = await sessionClient(account.sandbox, AGENT);
    const saved = await agent.put(`/tickets/${ticket.id}`, { ticket: { status: 'solved' } });
    expect(saved.body).toMatchObject({ ticket: { status: 'solved', assignee_id: AGENT } });
  });

  test('solving with a required field empty is refused, and names the field', async () => {
    const made = await account.api.post('/ticket_fields', {
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
    await account.api.delete(`/ticket_fields/${field}`);
  });

  test('a word of the requester reopens a solved ticket', async () => {
    await update({ status: 'solved', assignee_id: AGENT });
    await fetch(`${account.sandbox.url}/__sandbox/mail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'eve@mail.example', body: 'No, it is not', ticket_id: ticket.id }),
    });
    expect((await account.api.get(`/tickets/${ticket.id}`)).body).toMatchObject({
      ticket: { status: 'open' },
    });
  });
});
