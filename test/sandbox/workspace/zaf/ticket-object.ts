import { shownValues, type TicketState } from '../ticket/state.ts';
import { commentsObject, conversationOf } from './conversation-object.ts';
import { organizationObject, type People, personOrEmpty } from './people-object.ts';

/** The ticket as `client.get('ticket')` gives it, unsaved changes included; without an id while it is new. */
export function ticketObject(state: TicketState, people: People): Record<string, unknown> {
  const { ticket } = state;
  const { directory } = people;
  const values = shownValues(state);
  const organization = directory.organizations.find((it) => it.id === ticket.organization_id);
  return {
    id: ticket.id ?? null,
    isNew: ticket.id === undefined,
    subject: values.subject,
    description: ticket.description,
    status: values.status,
    statusCategory: values.status,
    customStatus: customStatusObject(state, people),
    priority: values.priority,
    type: values.type,
    dueDate: values.dueAt,
    tags: values.tags,
    assignee: {
      user: personOrEmpty(people, values.assigneeId),
      group: groupObject(values.groupId, people),
    },
    requester: personOrEmpty(people, values.requesterId),
    collaborators: values.ccIds.map((id) => personOrEmpty(people, id)),
    followers: values.followerIds.map((id) => personOrEmpty(people, id)),
    organization: organization ? organizationObject(organization, directory) : null,
    brand: brandObject(ticket.brand_id, people),
    form: { id: values.formId },
    via: { channel: ticket.via.channel },
    externalId: null,
    recipient: null,
    sharedWith: [],
    viewers: [],
    createdAt: ticket.created_at || null,
    updatedAt: ticket.updated_at || null,
    comment: commentObject(state),
    comments: commentsObject(state, people),
    conversation: conversationOf(state, people),
    editor: {},
    postSaveAction: 'stay_on_ticket',
  };
}

export function commentObject({ composer }: TicketState): Record<string, unknown> {
  return {
    text: composer.html,
    type: composer.type,
    attachments: composer.uploads.map((it) => ({ filename: it.name })),
    useRichText: true,
  };
}

function groupObject(id: number | null, { directory }: People): Record<string, unknown> {
  const group = directory.groups.find((it) => it.id === id);
  return group ? { id: group.id, name: group.name } : {};
}

function customStatusObject(state: TicketState, { directory }: People): Record<string, unknown> | null {
  const { customStatusId } = shownValues(state);
  const status = directory.customStatuses.find((it) => it.id === customStatusId);
  if (status === undefined) return null;
  return { id: status.id, category: status.status_category, agentLabel: status.agent_label };
}

function brandObject(id: number | null, { facts }: People): Record<string, unknown> {
  const brand = facts.brands.find((it) => it.id === id) ?? facts.brands.find((it) => it.default);
  if (brand === undefined) return { id };
  return {
    id: brand.id,
    name: brand.name,
    subdomain: brand.subdomain ?? null,
    url: brand.brand_url ?? null,
    hasHelpCenter: brand.has_help_center,
    isActive: brand.active,
    isDefault: brand.default,
    logo: null,
  };
}
