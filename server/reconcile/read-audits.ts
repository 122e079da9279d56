import { type MessageKind, OUTCOMES, type Outcome } from '../../domain/events.ts';
import type { Policy } from '../../domain/policy.ts';
import { MACRO_KEYS, MACRO_MESSAGES, RESPONSE_MACROS } from '../../domain/terms.ts';
import { type Corrections, correctionsOf } from './corrections.ts';
import type { Family, Member } from './family.ts';
import type { Account, CaseSource } from './read-case.ts';
import { authorsToKnow, readTold, staffOf, type ToldEvent } from './read-events.ts';
import type { Reading } from './reading.ts';

function channelOfVia(policy: Policy, via: string): string {
  return Object.entries(policy.channels).find(([, channel]) => channel.via.includes(via))?.[0] ?? 'other';
}

function macroMessages(account: Account): Map<number, MessageKind> {
  const messages = new Map<number, MessageKind>();
  for (const key of MACRO_KEYS) {
    const kind = MACRO_MESSAGES[key];
    if (kind) messages.set(account.macros[key], kind);
  }
  return messages;
}

function macroOutcomes({ macros }: Account): Map<number, Outcome> {
  return new Map(OUTCOMES.map((outcome) => [macros[RESPONSE_MACROS[outcome]], outcome]));
}

/** What the audits of all tickets of a family say. */
export interface Audited {
  readonly told: ReadonlyMap<number, readonly ToldEvent[]>;
  readonly corrections: Corrections;
}

/** @param likely the policy whose channels are gone by; their names are the same in all versions */
export async function readAudits(
  { people, account }: Pick<CaseSource, 'people' | 'account'>,
  family: Family,
  likely: Policy,
): Promise<Audited> {
  const members = [...family.members.values()];
  const authors = new Set(
    members.flatMap(({ ticket, audits }) => [...authorsToKnow(audits, ticket.requesterId)]),
  );
  authors.delete(account.serviceUserId);
  const agents = await people.agentsAmong(authors);
  const isAgent = (id: number): boolean => agents.has(id);
  const all = members.flatMap(({ audits }) => audits);
  const { serviceUserId } = account;
  const corrections = correctionsOf(all, staffOf({ serviceUserId, isAgent }));
  const readingOf = ({ ticket }: Member): Reading => ({
    ticket,
    isFollowUp: ticket.via.followUpOf !== undefined,
    serviceUserId,
    isAgent,
    channelField: account.fields.channel,
    outcomeField: account.fields.outcome,
    flagsField: account.fields.flags,
    replyField: account.fields.reply_is,
    macros: macroMessages(account),
    outcomes: macroOutcomes(account),
    channelOfVia: (via) => channelOfVia(likely, via),
    all,
    corrections,
  });
  const told = members.map(
    (member) => [member.ticket.id, readTold(member.audits, readingOf(member))] as const,
  );
  return { told: new Map(told), corrections };
}
