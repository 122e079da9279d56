import type { User } from '../api/shapes.ts';
import type { Directory } from '../state/directory.ts';
import { commentsOf } from '../ticket/comments.ts';
import { shownValues, type TicketState } from '../ticket/state.ts';

/** The ticket as `client.get('ticket')` gives it, unsaved changes included. */
export function ticketObject(state: TicketState, directory: Directory): Record<string, unknown> {
  const { ticket } = state;
  const values = shownValues(state);
  return {
    id: ticket.id,
    subject: values.subject,
    description: ticket.description,
    status: values.status,
    priority: values.priority,
    type: values.type,
    tags: values.tags,
    assignee: {
      user: personOrEmpty(directory, values.assigneeId),
      group: directory.groups.find((group) => group.id === values.groupId) ?? {},
    },
    requester: personOrEmpty(directory, ticket.requester_id),
    organization: directory.organizations.find((it) => it.id === ticket.organization_id) ?? null,
    brand: { id: ticket.brand_id },
    form: { id: ticket.ticket_form_id },
    via: { channel: ticket.via.channel },
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    comment: commentObject(state),
    conversation: conversationOf(state, directory),
  };
}

export function commentObject({ composer }: TicketState): Record<string, unknown> {
  return { text: composer.html, type: composer.type, attachments: [], useRichText: true };
}

/** The messages as ZAF lists them; an internal note's channel is `internal`. */
export function conversationOf(state: TicketState, directory: Directory): unknown[] {
  return commentsOf(state.audits).map((comment) => {
    const author = directory.users.get(comment.authorId);
    return {
      attachments: comment.attachments.map((it) => ({ contentUrl: it.content_url, filename: it.file_name })),
      author: {
        id: comment.authorId,
        name: author?.name ?? '',
        role: author?.role ?? 'end-user',
        avatar: null,
      },
      channel: { name: comment.isPublic ? comment.channel : 'internal' },
      message: { content: comment.html, contentType: 'text/html' },
      timestamp: comment.createdAt,
    };
  });
}

/** A person as ZAF describes users. */
export function userObject(user: User): Record<string, unknown> {
  const zone = user.iana_time_zone ?? user.time_zone ?? 'Etc/UTC';
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    locale: user.locale,
    timeZone: { name: user.time_zone, ianaName: zone, formattedName: zone },
    externalId: null,
    avatarUrl: null,
    groups: [],
    organizations: [],
    tags: [],
  };
}

function personOrEmpty(directory: Directory, id: number | null): Record<string, unknown> {
  const user = id === null ? undefined : directory.users.get(id);
  return user ? userObject(user) : {};
}
