import { isZendeskError } from '../zendesk/errors.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { ticketsOf } from './case-tickets.ts';
import { type CasesCommand, withTimes } from './cases-io.ts';

/** Null where Zendesk has it no more. */
async function ifThere<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return null;
    throw error;
  }
}

async function ticketOf(rest: ZendeskRest, id: number) {
  return {
    id,
    ticket: await ifThere(rest.get(`tickets/${id}`)),
    audits: await ifThere(rest.list(`tickets/${id}/audits`, 'audits')),
  };
}

/**
 * All that is held of a case, for whoever it is about: what the ledger has, and ticket, history and requester as
 * Zendesk has them now. With names and texts: to standard output, and kept nowhere.
 */
export const exportCase: CasesCommand = async ({ ticketId = 0 }, parts, { print, tell }) => {
  const { ledger, zendesk, clock } = parts;
  const { home, all, complete } = await ticketsOf(ticketId, parts);
  if (!complete)
    throw new Error("Zendesk can't be asked for all tickets of the case just now: try again later.");
  const whole = await ledger.readCase(home);
  const tickets = [];
  for (const id of all) tickets.push(await ticketOf(zendesk.rest, id));
  const requester = whole ? await ifThere(zendesk.rest.get(`users/${whole.row.requesterId}`)) : null;
  const wakes = [];
  for (const id of all) wakes.push({ ticketId: id, ...(await ledger.readWake(id)) });
  const kept = { case: whole ?? null, wakes, erased: await ledger.isTombstoned(home) };
  const exportedAt = new Date(clock.now()).toISOString();
  print(JSON.stringify({ exportedAt, ledger: withTimes(kept), zendesk: { tickets, requester } }));
  tell('This holds personal data: names, addresses and texts. Keep it only as long as it is needed.');
  return whole || tickets.some(({ ticket }) => ticket !== null) ? 0 : 1;
};
