import type { Account } from '../../account/account.ts';
import type { TicketRecord } from '../../account/records.ts';
import { idsOf } from '../../json.ts';
import { changesBetween, type TicketEvent } from './changes.ts';
import { commentEvents, commentsOf, type SeenComment, seen } from './comments.ts';
import { envelope } from './envelope.ts';
import { eventType } from './types.ts';

/** A ticket as it was when it was last looked at. */
interface Last {
  ticket: TicketRecord;
  comments: Map<number, SeenComment>;
}

/**
 * Puts a call into the outbox for each event of a ticket that an active webhook subscribes to. What happened is read
 * from the difference to the last state, so that it does not matter which way a ticket was changed. What is there
 * when the watch begins, as a seed is, makes no event.
 */
export function watchTickets(account: Account): () => void {
  const known = new Map<number, Last>();
  const look = (id: number) => {
    const ticket = account.tickets.get(id);
    const comments = commentsOf(account, id);
    const last = known.get(id);
    const kept = new Map([...comments].map(([key, comment]) => [key, seen(comment)]));
    if (ticket) known.set(id, { ticket: structuredClone(ticket), comments: kept });
    else known.delete(id);
    return { last, ticket, comments };
  };
  for (const id of account.tickets.keys()) look(id);
  return account.bus.subscribe((message) => {
    if (message.event !== 'ticket') return;
    const { last, ticket, comments } = look(message.data.id);
    if (!ticket) {
      if (last) announce(account, last.ticket, [{ name: 'permanently_deleted', event: {} }]);
      return;
    }
    const before = last?.comments ?? new Map<number, SeenComment>();
    const first: TicketEvent[] = last
      ? changesBetween(account, last.ticket, ticket)
      : [{ name: 'created', event: {} }];
    const merged = last ? mergeOf(account, last.ticket, ticket) : [];
    announce(account, ticket, [...first, ...merged, ...commentEvents(account, before, comments)]);
  });
}

/** A ticket that a merge closed says into which one it went: the ticket that the closing update came from. */
function mergeOf(account: Account, before: TicketRecord, after: TicketRecord): TicketEvent[] {
  if (before.status === 'closed' || after.status !== 'closed') return [];
  const source = account.audits.get(after.id)?.at(-1)?.via.source;
  const [target] = source?.rel === 'merge' ? idsOf(source.from.ticket_ids) : [];
  return target === undefined ? [] : [{ name: 'merged', event: { target_ticket_id: String(target) } }];
}

function announce(account: Account, ticket: TicketRecord, events: readonly TicketEvent[]): void {
  const webhooks = [...account.webhooks.values()].filter(({ status }) => status === 'active');
  const actorId = ticket.deletion?.actor_id ?? account.audits.get(ticket.id)?.at(-1)?.author_id ?? -1;
  const sequence = { id: account.ids.ulid(), total: events.length };
  for (const [index, event] of events.entries()) {
    const type = eventType(event.name);
    const listening = webhooks.filter(({ subscriptions }) => subscriptions.includes(type));
    if (listening.length === 0) continue;
    const happening = { event, ticket, actorId, sequence: { ...sequence, position: index + 1 } };
    // One event has one id, whoever hears of it.
    const body = JSON.stringify(envelope(account, happening));
    for (const { id } of listening)
      account.outbox.add({ webhookId: id, body, ticketId: ticket.id, ruleId: 0, eventType: type });
  }
}
