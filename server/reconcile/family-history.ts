import { foldCase } from '../../domain/fold.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { History } from '../../domain/marks.ts';
import type { Ticket } from '../zendesk/port.ts';
import type { Corrections } from './corrections.ts';
import type { Family, Member } from './family.ts';
import type { ReadCase } from './read-case.ts';
import { notesWritten, readHistory } from './read-history.ts';

interface HistoryInput {
  readonly family: Family;
  readonly ticket: Ticket;
  readonly shown: ReadCase | undefined;
  readonly others: readonly ReadCase[];
  readonly audited: { readonly corrections: Corrections };
  readonly serviceUserId: number;
}

function goesOn({ policy, events }: ReadCase): boolean {
  const stage = foldCase(policy, events)?.stage;
  return stage !== undefined && stage !== 'closed' && stage !== 'ended';
}

/** When the last of several complaints that go on on a ticket came to it. */
function togetherSince(member: Member, cases: readonly ReadCase[]): Instant | undefined {
  const going = cases.filter(goesOn);
  if (going.length < 2) return undefined;
  const merges = going.map(({ from }) => member.audits[(from.get(member.ticket.id) ?? 0) - 1]?.createdAt);
  return Math.max(...merges.map((at) => at ?? member.ticket.createdAt));
}

/** What is told on the other tickets of the case, and on those that were merged into this one. */
function elsewhere({ family, ticket, shown, serviceUserId }: HistoryInput): History[] {
  return [...family.members.values()]
    .filter((one) => one.ticket.id !== ticket.id)
    .filter((one) => one.mergedInto === ticket.id || shown?.from.has(one.ticket.id))
    .map(({ audits, ticket: { requesterId } }) => readHistory(audits, serviceUserId, requesterId));
}

/** When a person last took off each of the service's tags, on any ticket of the case: it was seen to there. */
function removals(histories: readonly History[]): ReadonlyMap<string, Instant> {
  const latest = new Map<string, Instant>();
  for (const [tag, at] of histories.flatMap(({ removedAt }) => [...removedAt]))
    latest.set(tag, Math.max(at, latest.get(tag) ?? at));
  return latest;
}

/**
 * What the service has done and people have undone: on this ticket; and on all tickets of the case its notes, the tags
 * that were taken off, and an acknowledgement that reached nobody, which stays so when the case goes on elsewhere.
 */
export function familyHistory(input: HistoryInput): History {
  const { family, ticket, shown, others, audited, serviceUserId } = input;
  const own = family.members.get(ticket.id);
  const history = readHistory(own?.audits ?? [], serviceUserId, ticket.requesterId);
  const told = [...(shown?.from.keys() ?? [])].flatMap((id) => family.members.get(id)?.audits ?? []);
  const around = elsewhere(input);
  const notDeliveredAt = [history, ...around].find((one) => one.notDeliveredAt)?.notDeliveredAt;
  const twoComplaintsAt = own && shown && togetherSince(own, [shown, ...others]);
  const { refused } = audited.corrections;
  return {
    ...history,
    removedAt: removals([history, ...around]),
    notes: new Set([...history.notes, ...notesWritten(told, serviceUserId)]),
    ...(notDeliveredAt === undefined ? {} : { notDeliveredAt }),
    ...(refused.length > 0 ? { refusedCorrections: refused } : {}),
    ...(twoComplaintsAt === undefined ? {} : { twoComplaintsAt }),
    ...(family.cut ? { leftOutAt: ticket.createdAt } : {}),
    ...(shown?.goneEventsUntil === undefined ? {} : { earlierGoneAt: shown.goneEventsUntil }),
  };
}
