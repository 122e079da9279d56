import { z } from 'zod';
import { isZendeskError } from '../../zendesk/errors.ts';
import type { ZendeskRest } from '../../zendesk/port.ts';
import { parseReply } from '../account/parse.ts';

/** By both together a test ticket is told from all others: nothing else is ever deleted. */
const EXTERNAL_ID = 'complaint-clock-doctor';
const SUBJECT = 'Complaint Clock: test ticket of the doctor, deleted by itself';

const ticketShape = z.object({
  id: z.number(),
  subject: z.string().nullish(),
  external_id: z.string().nullish(),
});
const made = z.object({ ticket: z.object({ id: z.number() }) });

type Found = z.infer<typeof ticketShape>;

/** The ticket that macros are tried on. It holds an internal note only, so nobody is mailed; its requester is us. */
export interface TestTicket {
  /** Makes it when first asked. */
  readonly id: () => Promise<number>;
  /** Deletes what earlier runs have left behind. @returns their ids */
  readonly clearLeftOvers: () => Promise<readonly number[]>;
  /** Deletes it where it was made, or may have been made. @returns the ids of what was deleted */
  readonly remove: () => Promise<readonly number[]>;
}

const isOurs = ({ subject, external_id }: Found): boolean =>
  external_id === EXTERNAL_ID && subject === SUBJECT;

/** Gone already is as good. */
async function deleteTicket(rest: ZendeskRest, id: number): Promise<void> {
  try {
    await rest.delete(`tickets/${id}`);
  } catch (error) {
    if (!isZendeskError(error, 'not_found')) throw error;
  }
}

async function deleteAll(rest: ZendeskRest): Promise<readonly number[]> {
  // By the external id, which is read from the database and not from an index that lags.
  const reply = await rest.list(`tickets?external_id=${EXTERNAL_ID}`, 'tickets');
  const found = parseReply(z.array(ticketShape), reply, 'tickets').filter(isOurs);
  for (const { id } of found) await deleteTicket(rest, id);
  return found.map(({ id }) => id);
}

async function make(rest: ZendeskRest): Promise<number> {
  const ticket = {
    subject: SUBJECT,
    external_id: EXTERNAL_ID,
    comment: {
      body: 'Made by "npm run provision -- doctor" to see what the macros say, and deleted at its end.',
      public: false,
    },
  };
  return parseReply(made, await rest.post('tickets', { ticket }), 'tickets').ticket.id;
}

/** @param rest must not be the one that ends with the signal: what was made is deleted after an interruption too */
export function createTestTicket(rest: ZendeskRest): TestTicket {
  let making: Promise<number> | undefined;
  return {
    id: () => {
      making ??= make(rest);
      return making;
    },
    clearLeftOvers: () => deleteAll(rest),
    remove: async () => {
      if (!making) return [];
      const id = await making.catch(() => undefined);
      // Where nobody knows whether it was made, it is looked for.
      if (id === undefined) return deleteAll(rest);
      await deleteTicket(rest, id);
      return [id];
    },
  };
}
