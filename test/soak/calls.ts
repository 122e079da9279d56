import { z } from 'zod';
import { ANNA, PRIYA, TOM } from '../server/reconcile/support/people.ts';
import { type Person, signInAs } from '../server/reconcile/support/person.ts';
import type { Told } from './told.ts';

const reply = z.object({
  ticket: z.object({ id: z.number(), updated_at: z.string(), created_at: z.string() }),
});

export type Made = z.output<typeof reply>['ticket'];

/** When a ticket was changed last, by its stamp. */
export const stampOf = ({ updated_at }: Made): number => Date.parse(updated_at);

export const ticketOf = ({ tickets }: Told): number => tickets.at(-1) ?? 0;

/** The calls that people make: agents at their desks, an administrator, and customers from outside. */
export interface Calls {
  readonly tom: Person;
  readonly priya: Person;
  /** What comes in from outside: `mail`, `call`. */
  fromOutside(what: 'mail' | 'call', body: Record<string, unknown>): Promise<Made>;
  file(ticket: Record<string, unknown>): Promise<Made>;
  /** Saves the complaint's present ticket, as its agent where nobody else is named; answers the stamp. */
  save(told: Told, ticket: Record<string, unknown>, by?: Person): Promise<number>;
  isClosed(told: Told): Promise<boolean>;
}

export async function createCalls(url: string): Promise<Calls> {
  const [tom, anna, priya] = [
    await signInAs(url, TOM),
    await signInAs(url, ANNA),
    await signInAs(url, PRIYA),
  ];
  const agentOf = ({ story }: Told): Person => (story.german ? anna : tom);
  const ticketIn = (given: unknown): Made => reply.parse(given).ticket;
  return {
    tom,
    priya,
    fromOutside: async (what, body) => {
      const answer = await fetch(`${url}/__sandbox/${what}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`a ${what} was answered ${answer.status}: ${await answer.text()}`);
      return ticketIn(await answer.json());
    },
    file: async (ticket) => ticketIn(await tom.call('POST', 'tickets', { ticket })),
    save: async (told, ticket, by = agentOf(told)) =>
      stampOf(ticketIn(await by.call('PUT', `tickets/${ticketOf(told)}`, { ticket }))),
    isClosed: async (told) => (await priya.ticket(ticketOf(told))).status === 'closed',
  };
}
