import type { TicketSignal } from '../ticket/model.ts';
import { shownValues, type TicketState } from '../ticket/state.ts';
import { conversationOf } from './conversation-object.ts';
import { type People, personOrEmpty, userObject } from './people-object.ts';
import type { AppTicket } from './ticket-port.ts';

/** Tells an app's frames of something, by ZAF's name of the event. */
export type Emit = (event: string, data?: unknown) => void;

/** Tells apps of an open ticket's changes in ZAF's words. Returns the way to stop. */
export function announceTicket(ticket: AppTicket, people: () => People, emit: Emit): () => void {
  const stopValues = ticket.store.subscribe((next, previous) => {
    const before = watched(previous, people());
    for (const [property, after] of Object.entries(watched(next, people()))) {
      if (same(before[property], after)) continue;
      for (const name of namesOf(property)) emit(`${name}.changed`, after ?? null);
      emit('*.changed', {
        propertyName: property,
        oldValue: before[property] ?? null,
        newValue: after ?? null,
      });
    }
  });
  const stopSignals = ticket.onSignal((signal) => announceSignal(signal, { ticket, people: people(), emit }));
  return () => {
    stopValues();
    stopSignals();
  };
}

interface Announcement {
  ticket: AppTicket;
  people: People;
  emit: Emit;
}

function announceSignal(signal: TicketSignal, { ticket, people, emit }: Announcement): void {
  if (signal.kind === 'conversation.changed') {
    emit('ticket.conversation.changed', conversationOf(ticket.store.get(), people));
    emit('ticket.comments.changed');
  } else if (signal.kind === 'updated') {
    const user = people.directory.users.get(signal.authorId);
    emit('ticket.updated', { user: user ? userObject(user, people) : { id: signal.authorId } });
  } else {
    emit(`ticket.${signal.kind}`, signal.kind === 'submit.fail' ? { message: signal.reason } : undefined);
  }
}

/** Apps know the composer's events under both names. */
function namesOf(property: string): string[] {
  return property.startsWith('ticket.comment.') ? [property, property.replace('ticket.', '')] : [property];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** Every property whose change is an event, by the event's name. */
function watched(state: TicketState, people: People): Record<string, unknown> {
  const values = shownValues(state);
  const fields = [...values.fields].map(([id, value]) => [`ticket.custom_field_${id}`, value]);
  const assignee = personOrEmpty(people, values.assigneeId);
  const requester = personOrEmpty(people, values.requesterId);
  const group = people.directory.groups.find((it) => it.id === values.groupId);
  return {
    'ticket.subject': values.subject,
    'ticket.status': values.status,
    'ticket.statusCategory': values.status,
    'ticket.customStatus': values.customStatusId,
    'ticket.priority': values.priority,
    'ticket.type': values.type,
    'ticket.due_date': values.dueAt,
    'ticket.tags': values.tags,
    'ticket.form.id': values.formId,
    'ticket.brand': state.ticket.brand_id,
    'ticket.assignee.user.id': values.assigneeId,
    'ticket.assignee.user.name': assignee.name,
    'ticket.assignee.user.email': assignee.email,
    'ticket.assignee.group.id': values.groupId,
    'ticket.assignee.group.name': group?.name,
    'ticket.requester.id': values.requesterId,
    'ticket.requester.name': requester.name,
    'ticket.requester.email': requester.email,
    'ticket.collaborators': values.ccIds,
    'ticket.comment.text': state.composer.html,
    'ticket.comment.type': state.composer.type,
    'ticket.comment.attachments': state.composer.uploads.map((it) => it.name),
    ...Object.fromEntries(fields),
  };
}
