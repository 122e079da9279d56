import type { Account } from '../account/account.ts';
import type { AuditEvent, AuditRecord, TicketRecord, UserRecord } from '../account/records.ts';

/** What a placeholder can see. */
export interface PlaceholderFrame {
  ticket: TicketRecord;
  actor: UserRecord;
  /** The ticket's audits, with the one that is being saved. */
  audits: readonly AuditRecord[];
  locale: string;
}

/** The variables of Zendesk's placeholders: `ticket`, `current_user`, `account`. */
export function ticketContext(account: Account, frame: PlaceholderFrame): Record<string, unknown> {
  return {
    ticket: ticketVariables(account, frame),
    current_user: personVariables(account, frame.actor),
    account: { name: account.settings.name, incoming_phone_number_ID: '' },
  };
}

function ticketVariables(account: Account, frame: PlaceholderFrame): Record<string, unknown> {
  const { ticket } = frame;
  const url = `${account.settings.subdomain}.zendesk.com/agent/tickets/${ticket.id}`;
  const organization =
    ticket.organization_id === null ? undefined : account.organizations.get(ticket.organization_id);
  return {
    id: ticket.id,
    encoded_id: `TICKET-${ticket.id}`,
    title: ticket.subject ?? '',
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority ?? '',
    ticket_type: ticket.type ?? '',
    external_id: ticket.external_id ?? '',
    via: ticket.via.channel,
    tags: ticket.tags.join(' '),
    url,
    link: `https://${url}`,
    account: account.settings.name,
    organization: organization ? { id: organization.id, name: organization.name } : {},
    group: { name: (ticket.group_id !== null && account.groups.get(ticket.group_id)?.name) || '' },
    requester: personVariables(account, account.users.get(ticket.requester_id)),
    submitter: personVariables(account, account.users.get(ticket.submitter_id)),
    assignee: personVariables(
      account,
      ticket.assignee_id === null ? undefined : account.users.get(ticket.assignee_id),
    ),
    ...dateVariables(ticket, frame.locale),
    ...commentVariables(account, frame),
    ...fieldVariables(account, ticket),
  };
}

function personVariables(account: Account, user: UserRecord | undefined): Record<string, unknown> {
  if (!user) return {};
  const [first, ...rest] = user.name.split(' ');
  const organization =
    user.organization_id === null ? undefined : account.organizations.get(user.organization_id);
  return {
    id: user.id,
    name: user.name,
    first_name: first ?? '',
    last_name: rest.join(' '),
    email: user.email ?? '',
    phone: user.phone ?? '',
    language: user.locale,
    locale: user.locale,
    external_id: user.external_id ?? '',
    details: user.details,
    notes: user.notes,
    time_zone: user.time_zone,
    role: user.role,
    tags: user.tags.join(' '),
    organization: organization ? { id: organization.id, name: organization.name } : {},
  };
}

const kept = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than all the other variables of a ticket together. */
function longDates(locale: string): Intl.DateTimeFormat {
  const known = kept.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  kept.set(locale, made);
  return made;
}

function dateVariables(ticket: TicketRecord, locale: string): Record<string, string> {
  const long = (stamp: string | null) => (stamp === null ? '' : longDates(locale).format(new Date(stamp)));
  return {
    created_at: long(ticket.created_at),
    created_at_with_timestamp: ticket.created_at,
    updated_at: long(ticket.updated_at),
    updated_at_with_timestamp: ticket.updated_at,
    due_date: long(ticket.due_at),
    due_date_with_timestamp: ticket.due_at ?? '',
  };
}

function commentVariables(account: Account, frame: PlaceholderFrame): Record<string, unknown> {
  const comments = frame.audits.flatMap((audit) =>
    audit.events
      .filter((event) => event.type === 'Comment')
      .map((event) => commentVariable(account, audit, event)),
  );
  const spoken = comments.filter((comment) => comment.is_public);
  const formatted = (list: readonly { formatted: string }[]) =>
    [...list]
      .reverse()
      .map((one) => one.formatted)
      .join('\n\n');
  return {
    comments,
    public_comments: spoken,
    latest_comment: comments.at(-1)?.value ?? '',
    latest_public_comment: spoken.at(-1)?.value ?? '',
    latest_comment_formatted: comments.at(-1)?.formatted ?? '',
    latest_public_comment_formatted: spoken.at(-1)?.formatted ?? '',
    comments_formatted: formatted(comments),
    public_comments_formatted: formatted(spoken),
  };
}

function commentVariable(account: Account, audit: AuditRecord, event: AuditEvent) {
  const author = typeof event.author_id === 'number' ? account.users.get(event.author_id) : undefined;
  const value = String(event.body ?? '');
  return {
    author: { name: author?.name ?? '' },
    created_at: audit.created_at,
    is_public: event.public === true,
    value,
    formatted: `${author?.name ?? ''}, ${audit.created_at}\n\n${value}`,
  };
}

function fieldVariables(account: Account, ticket: TicketRecord): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const field of account.fields.values()) {
    const value = ticket.values.get(field.id) ?? null;
    const titles = field.custom_field_options
      .filter((option) => (Array.isArray(value) ? value.includes(option.value) : value === option.value))
      .map((option) => option.name);
    variables[`ticket_field_${field.id}`] = value ?? '';
    variables[`ticket_field_option_title_${field.id}`] = titles.join(', ');
  }
  return variables;
}
