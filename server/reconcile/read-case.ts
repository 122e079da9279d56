import type { CaseEvent, MessageKind } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { History } from '../../domain/marks.ts';
import type { Policy } from '../../domain/policy.ts';
import { choosePolicy } from '../../domain/policy-choice.ts';
import { MACRO_MESSAGES, type MacroKey } from '../../domain/terms.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { Audit, Ticket, ZendeskPort } from '../zendesk/port.ts';
import type { People } from './people.ts';
import { authorsToKnow, readEvents } from './read-events.ts';
import { notesWritten, readHistory } from './read-history.ts';
import type { Reading } from './reading.ts';
import type { FieldIds } from './ticket-update.ts';

/** The account's objects that a look works with, found when the service starts. */
export interface Account {
  readonly fields: FieldIds;
  readonly macros: Readonly<Record<MacroKey, number>>;
  readonly serviceUserId: number;
}

export interface CaseSource {
  readonly zendesk: ZendeskPort;
  readonly people: People;
  readonly account: Account;
  /** All policies and their versions; which one holds is chosen for each ticket. */
  readonly policies: readonly Policy[];
}

/** A complaint's ticket as it is now, with all that its audits tell. */
export interface CaseReading {
  readonly ticket: Ticket;
  /** The audits of this ticket only, the oldest first. */
  readonly audits: readonly Audit[];
  /** The ticket on which the case began: another one where this is a follow-up. */
  readonly homeTicketId: number;
  readonly events: readonly CaseEvent[];
  readonly history: History;
  /** The policy that holds for the complaint. */
  readonly policy: Policy;
}

/** A chain of follow-ups longer than this is taken for a fault of the data. */
const MOST_FOLLOW_UPS = 20;

function channelOfVia(policy: Policy, via: string): string {
  return Object.entries(policy.channels).find(([, channel]) => channel.via.includes(via))?.[0] ?? 'other';
}

function macroMessages(account: Account): Map<number, MessageKind> {
  const messages = new Map<number, MessageKind>();
  for (const key of ['acknowledgement', 'status_update', 'response'] as const) {
    const kind = MACRO_MESSAGES[key];
    if (kind) messages.set(account.macros[key], kind);
  }
  return messages;
}

async function readOne(
  source: CaseSource,
  ticket: Ticket,
  policy: Policy,
): Promise<{ audits: Audit[]; events: CaseEvent[] }> {
  const { zendesk, people, account } = source;
  const audits = await zendesk.audits(ticket.id);
  const authors = authorsToKnow(audits, ticket.requesterId);
  authors.delete(account.serviceUserId);
  const agents = await people.agentsAmong(authors);
  const reading: Reading = {
    ticket,
    isFollowUp: ticket.via.followUpOf !== undefined,
    serviceUserId: account.serviceUserId,
    isAgent: (id) => agents.has(id),
    channelField: account.fields.channel,
    outcomeField: account.fields.outcome,
    macros: macroMessages(account),
    channelOfVia: (via) => channelOfVia(policy, via),
  };
  return { audits, events: readEvents(audits, reading) };
}

/** Undefined where the ticket was deleted. */
export async function ticketIfThere(zendesk: ZendeskPort, id: number): Promise<Ticket | undefined> {
  try {
    return await zendesk.ticket(id);
  } catch (error) {
    if (isZendeskError(error, 'not_found')) return undefined;
    throw error;
  }
}

/** The tickets that this one follows, the first one first; those before one that was deleted can't be found any more. */
async function followed(source: CaseSource, ticket: Ticket): Promise<Ticket[]> {
  const chain: Ticket[] = [];
  for (let id = ticket.via.followUpOf; id !== undefined && chain.length < MOST_FOLLOW_UPS; ) {
    const earlier = await ticketIfThere(source.zendesk, id);
    if (!earlier) break;
    chain.unshift(earlier);
    id = earlier.via.followUpOf;
  }
  return chain;
}

function policyFor({ policies }: CaseSource, ticket: Ticket, receivedAt: Instant, now: Instant): Policy {
  const policy = choosePolicy(policies, { brandId: ticket.brandId, formId: ticket.formId, receivedAt, now });
  if (!policy) throw new Error('there is no policy to count by: check POLICY');
  return policy;
}

/** Reads a ticket's audits, and those of the closed tickets that it continues. Rejects with a ZendeskError. */
export async function readCase(source: CaseSource, ticket: Ticket, now: Instant): Promise<CaseReading> {
  // Which version holds depends on the receipt, which is among the events; the names of channels don't.
  const likely = policyFor(source, ticket, ticket.createdAt, now);
  const { audits, events } = await readOne(source, ticket, likely);
  const earlier = await followed(source, ticket);
  const before: CaseEvent[] = [];
  const history = readHistory(audits, source.account.serviceUserId, ticket.requesterId);
  const notes = new Set(history.notes);
  for (const one of earlier) {
    const read = await readOne(source, one, likely);
    before.push(...read.events);
    for (const key of notesWritten(read.audits, source.account.serviceUserId)) notes.add(key);
  }
  const all = [...before, ...events];
  const receivedAt = all.find(({ kind }) => kind === 'received')?.at ?? ticket.createdAt;
  return {
    ticket,
    audits,
    homeTicketId: earlier[0]?.id ?? ticket.id,
    events: all,
    history: { ...history, notes },
    policy: policyFor(source, ticket, receivedAt, now),
  };
}
