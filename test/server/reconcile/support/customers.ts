import { z } from 'zod';
import { TOM } from './people.ts';
import type { Change, Person } from './person.ts';

export interface Customer {
  readonly id: number;
  readonly email: string | null;
}

/** What comes in from customers, and what an agent does with it first. */
export interface Customers {
  customer(more?: Record<string, unknown>): Promise<Customer>;
  /** A mail from a customer; answers the ticket. */
  mail(from: Customer, ticketId?: number): Promise<number>;
  /** A mail from a new customer, on a ticket that is Tom's. */
  letter(changes?: Change): Promise<number>;
  /** Records a ticket as a formal complaint. */
  record(id: number, complaint?: Record<string, unknown>, change?: Change): Promise<void>;
}

const userReply = z.object({ user: z.object({ id: z.number(), email: z.string().nullable() }) });
const ticketReply = z.object({ ticket: z.object({ id: z.number() }) });

async function receive(url: string, mail: Record<string, unknown>): Promise<number> {
  const reply = await fetch(`${url}/__sandbox/mail`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(mail),
  });
  if (!reply.ok) throw new Error(`the mail was answered ${reply.status}: ${await reply.text()}`);
  return ticketReply.parse(await reply.json()).ticket.id;
}

export function createCustomers(url: string, tom: Person, priya: Person): Customers {
  let made = 0;
  const customers: Customers = {
    customer: async (more = {}) => {
      made += 1;
      const name = `Customer Number ${made}`;
      const user = { name, email: `customer-${made}@mail.example`, role: 'end-user', ...more };
      return userReply.parse(await priya.call('POST', 'users', { user })).user;
    },
    mail: (from, ticketId) =>
      receive(url, {
        from: from.email,
        subject: 'A complaint',
        body: 'It does not work.',
        ticket_id: ticketId,
      }),
    letter: async (changes = {}) => {
      const id = await customers.mail(await customers.customer());
      await tom.change(id, { assignee_id: TOM, ...changes });
      return id;
    },
    record: async (id, complaint = {}, change = {}) => {
      const metadata = { complaint: { event: 'received', ...complaint } };
      await tom.change(id, { add: ['formal_complaint'], metadata, ...change });
    },
  };
  return customers;
}
