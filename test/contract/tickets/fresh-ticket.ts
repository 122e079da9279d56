import { beforeEach, expect } from 'vitest';
import { type Account, accountForAll } from '../support/account.ts';
import type { Answer } from '../support/client.ts';
import { numberAt, textAt } from '../support/read.ts';
import { ENGLISH } from '../support/seed.ts';

/** What a test of tickets works with. */
export interface FreshTicket {
  readonly account: Account;
  /** The ticket of the test; its id is read anew each time. */
  readonly ticket: { readonly id: number };
  /** Changes the ticket. */
  update(change: Record<string, unknown>): Promise<Answer>;
  /** When the ticket was changed last, as Zendesk writes it. */
  stamp(): Promise<string>;
}

/** One account for the tests of the file, and for each of them a new ticket of the English customer. */
export function freshTicket(): FreshTicket {
  const account = accountForAll();
  let id = 0;
  beforeEach(async () => {
    const made = await account.api.post('/tickets.json', {
      ticket: { subject: 'Fresh', requester_id: ENGLISH, comment: { body: 'Hello', public: true } },
    });
    expect(made.status).toBe(201);
    id = numberAt(made.body, 'ticket.id');
  });
  return {
    account,
    ticket: {
      get id(): number {
        return id;
      },
    },
    update: (change) => account.api.put(`/tickets/${id}.json`, { ticket: change }),
    stamp: async () => textAt((await account.api.get(`/tickets/${id}`)).body, 'ticket.updated_at'),
  };
}
