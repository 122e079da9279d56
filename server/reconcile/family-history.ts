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

/** Acknowledgements on the tickets that were merged into this one; those of a closed ticket were told there. */
function notDelivered({ family, ticket, serviceUserId }: HistoryInput): Instant | undefined {
  const merged = [...family.members.values()].filter(({ mergedInto }) => mergedInto === ticket.id);
  return merged
    .map(
      ({ audits, ticket: { requesterId } }) => readHistory(audits, serviceUserId, requesterId).notDeliveredAt,
    )
    .find((at) => at !== undefined);
}

/** What the service has done and people have undone: on this ticket, and as notes on all tickets of the case. */
export function familyHistory(input: HistoryInput): History {
  const { family, ticket, shown, others, audited, serviceUserId } = input;
  const own = family.members.get(ticket.id);
  const history = readHistory(own?.audits ?? [], serviceUserId, ticket.requesterId);
  const told = [...(shown?.from.keys() ?? [])].flatMap((id) => family.members.get(id)?.audits ?? []);
  const notDeliveredAt = history.notDeliveredAt ?? notDelivered(input);
  const twoComplaintsAt = own && shown && togetherSince(own, [shown, ...others]);
  const { refused } = audited.corrections;
  return {
    ...history,
    notes: new Set([...history.notes, ...notesWritten(told, serviceUserId)]),
    ...(notDeliveredAt === undefined ? {} : { notDeliveredAt }),
    ...(refused.length > 0 ? { refusedCorrections: refused } : {}),
    ...(twoComplaintsAt === undefined ? {} : { twoComplaintsAt }),
    ...(family.cut ? { leftOutAt: ticket.createdAt } : {}),
    ...(shown?.goneEventsUntil === undefined ? {} : { earlierGoneAt: shown.goneEventsUntil }),
  };
}
