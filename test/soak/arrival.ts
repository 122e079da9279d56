import { z } from 'zod';
import type { Calls, Made } from './calls.ts';
import type { Story } from './scenario.ts';
import type { Told } from './told.ts';

const made = z.object({ user: z.object({ id: z.number(), email: z.string().nullable() }) });

async function customer({ priya }: Calls, { number, way, german }: Story): Promise<Told['requester']> {
  const email = way === 'letter' ? null : `customer-${number}@mail.example`;
  const user = { name: `Customer ${number}`, email, role: 'end-user', locale: german ? 'de' : 'en-GB' };
  return made.parse(await priya.call('POST', 'users', { user })).user;
}

async function firstTicket(calls: Calls, { way, number }: Story, from: Told['requester']): Promise<Made> {
  const [subject, body] = [`Complaint ${number}`, 'It does not work.'];
  if (way === 'email') return calls.fromOutside('mail', { from: from.email, subject, body });
  if (way === 'phone') return calls.fromOutside('call', { user_id: from.id, summary: body });
  const comment = way === 'web' ? { body, author_id: from.id } : { body, public: false };
  return calls.file({ subject, comment, requester_id: from.id });
}

/** A new customer's complaint comes in, by mail, by the web form, by letter or by phone. */
export async function arrive(calls: Calls, story: Story): Promise<Told> {
  const requester = await customer(calls, story);
  const ticket = await firstTicket(calls, story, requester);
  const createdAt = Date.parse(ticket.created_at);
  const wrote = story.way === 'email' || story.way === 'web' ? [createdAt] : [];
  return {
    story,
    tickets: [ticket.id],
    requester,
    createdAt,
    wrote,
    updates: [],
    voided: [],
    appealOpen: false,
  };
}
