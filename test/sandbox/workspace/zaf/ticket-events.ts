import type { Directory } from '../state/directory.ts';
import type { Store } from '../state/store.ts';
import type { TicketModel, TicketSignal } from '../ticket/model.ts';
import { shownValues, type TicketState } from '../ticket/state.ts';
import { conversationOf, userObject } from './ticket-object.ts';

/** Tells apps of an open ticket's changes in ZAF's words. Returns the way to stop. */
export function announceTicket(
  model: TicketModel,
  directory: Store<Directory>,
  emit: (event: string, data?: unknown) => void,
): () => void {
  const stopValues = model.store.subscribe((next, previous) => {
    for (const { property, aliases, before, after } of changedProperties(previous, next)) {
      for (const name of [property, ...aliases]) emit(`${name}.changed`, after);
      emit('*.changed', { propertyName: property, oldValue: before, newValue: after });
    }
  });
  const stopSignals = model.onSignal((signal) => announceSignal(signal, { model, directory, emit }));
  return () => {
    stopValues();
    stopSignals();
  };
}

interface Announcement {
  model: TicketModel;
  directory: Store<Directory>;
  emit: (event: string, data?: unknown) => void;
}

function announceSignal(signal: TicketSignal, { model, directory, emit }: Announcement): void {
  if (signal.kind === 'conversation.changed') {
    emit('ticket.conversation.changed', conversationOf(model.store.get(), directory.get()));
  } else if (signal.kind === 'updated') {
    const user = directory.get().users.get(signal.authorId);
    emit('ticket.updated', { user: user ? userObject(user) : { id: signal.authorId } });
  } else {
    emit(`ticket.${signal.kind}`, signal.kind === 'submit.fail' ? { message: signal.reason } : undefined);
  }
}

interface PropertyChange {
  property: string;
  aliases: string[];
  before: unknown;
  after: unknown;
}

function changedProperties(previous: TicketState, next: TicketState): PropertyChange[] {
  const before = watched(previous);
  return Object.entries(watched(next)).flatMap(([property, after]) => {
    if (JSON.stringify(before[property] ?? null) === JSON.stringify(after ?? null)) return [];
    // Apps know the composer's events under both names.
    const aliases = property.startsWith('ticket.comment.') ? [property.replace('ticket.', '')] : [];
    return [{ property, aliases, before: before[property] ?? null, after: after ?? null }];
  });
}

function watched(state: TicketState): Record<string, unknown> {
  const values = shownValues(state);
  const fields = [...values.fields].map(([id, value]) => [`ticket.custom_field_${id}`, value]);
  return {
    'ticket.subject': values.subject,
    'ticket.status': values.status,
    'ticket.priority': values.priority,
    'ticket.type': values.type,
    'ticket.tags': values.tags,
    'ticket.assignee.user.id': values.assigneeId,
    'ticket.assignee.group.id': values.groupId,
    'ticket.requester.id': state.ticket.requester_id,
    'ticket.comment.text': state.composer.html,
    'ticket.comment.type': state.composer.type,
    ...Object.fromEntries(fields),
  };
}
