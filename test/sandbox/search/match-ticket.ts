import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';
import { idsOf } from '../json.ts';
import { commentsOf } from '../present/audit.ts';
import { comparable } from '../rules/field-values.ts';
import { compareDates } from './dates.ts';
import {
  compareNumbers,
  ladder,
  type Matcher,
  named,
  person,
  type SearchFrame,
  stamp,
  word,
  words,
} from './matchers.ts';
import { answers, type Term } from './parse-query.ts';
import { holdsWords, isValue } from './words.ts';

/** Does a ticket answer all terms? A property that Zendesk does not know finds nothing. */
export function matchesTicket(frame: SearchFrame, ticket: TicketRecord, terms: readonly Term[]): boolean {
  return answers(terms, (term) => (MATCHERS[term.field] ?? customField)(frame, ticket, term));
}

const MATCHERS: Readonly<Record<string, Matcher>> = {
  '': (frame, ticket, term) => holdsText(frame.account, ticket, term.value),
  type: word((ticket) => ticket.type),
  ticket_type: word((ticket) => ticket.type),
  tags: (_frame, ticket, term) => hasTags(ticket, term.value),
  tag: (_frame, ticket, term) => hasTags(ticket, term.value),
  created: stamp((ticket) => ticket.created_at),
  created_at: stamp((ticket) => ticket.created_at),
  updated: stamp((ticket) => ticket.updated_at),
  updated_at: stamp((ticket) => ticket.updated_at),
  assigned: stamp((ticket) => ticket.assigned_at),
  due_date: stamp((ticket) => ticket.due_at),
  solved: stamp((ticket) => ticket.status_at.solved),
  status: ladder('status'),
  priority: ladder('priority'),
  id: word((ticket) => String(ticket.id)),
  ticket_id: word((ticket) => String(ticket.id)),
  external_id: word((ticket) => ticket.external_id),
  custom_status_id: word((ticket) => String(ticket.custom_status_id ?? '')),
  subject: words((ticket) => ticket.subject),
  description: words((ticket) => ticket.description),
  comment: (frame, ticket, term) =>
    commentTexts(frame.account, ticket).some((text) => holdsWords(text, term.value)),
  requester: person((_frame, ticket) => [ticket.requester_id]),
  requester_id: person((_frame, ticket) => [ticket.requester_id]),
  assignee: person((_frame, ticket) => [ticket.assignee_id]),
  assignee_id: person((_frame, ticket) => [ticket.assignee_id]),
  submitter: person((_frame, ticket) => [ticket.submitter_id]),
  cc: person((_frame, ticket) => ticket.collaborator_ids),
  commenter: person(({ account }, ticket) =>
    idsOf(commentsOf(account, ticket.id).map(({ event }) => event.author_id)),
  ),
  group: named((account, ticket) => account.groups.get(ticket.group_id ?? 0)),
  group_id: named((account, ticket) => account.groups.get(ticket.group_id ?? 0)),
  organization: named((account, ticket) => account.organizations.get(ticket.organization_id ?? 0)),
  organization_id: named((account, ticket) => account.organizations.get(ticket.organization_id ?? 0)),
  brand: named((account, ticket) => account.brands.get(ticket.brand_id)),
  brand_id: named((account, ticket) => account.brands.get(ticket.brand_id)),
  form: named((account, ticket) => account.forms.get(ticket.ticket_form_id ?? 0)),
  ticket_form_id: named((account, ticket) => account.forms.get(ticket.ticket_form_id ?? 0)),
  via: (_frame, ticket, term) =>
    isValue(ticket.via.channel, VIA_WORDS[term.value.toLowerCase()] ?? term.value),
  has_attachment: ({ account }, ticket, term) =>
    commentsOf(account, ticket.id).some(({ event }) => idsOf(event.attachments).length > 0) ===
    (term.value === 'true'),
  fieldvalue: (_frame, ticket, term) =>
    [...ticket.values.values()].some((value) => isValue(String(value ?? ''), term.value)),
};

/** What people call a channel. */
const VIA_WORDS: Readonly<Record<string, string>> = {
  mail: 'email',
  phone: 'voice',
  webform: 'web',
  chat: 'chat',
};

function holdsText(account: Account, ticket: TicketRecord, wanted: string): boolean {
  return (
    String(ticket.id) === wanted ||
    [ticket.subject ?? '', ...commentTexts(account, ticket)].some((text) => holdsWords(text, wanted))
  );
}

function commentTexts(account: Account, ticket: TicketRecord): string[] {
  return commentsOf(account, ticket.id).map(({ event }) => String(event.body ?? ''));
}

/** Several tags in quotes must all be there. */
function hasTags(ticket: TicketRecord, value: string): boolean {
  if (value === 'none') return ticket.tags.length === 0;
  const wanted = value.split(/\s+/).filter((tag) => tag !== '');
  return wanted.every((tag) => ticket.tags.some((own) => isValue(own, tag)));
}

function customField(frame: SearchFrame, ticket: TicketRecord, term: Term): boolean {
  const match = /^custom_field_(\d+)$/.exec(term.field);
  if (!match) return false;
  const value = comparable({ account: frame.account, ticket }, ticket, `custom_fields_${match[1]}`);
  if (term.operator === ':') {
    const values =
      frame.account.fields.get(Number(match[1]))?.type === 'multiselect' ? value.split(' ') : [value];
    return values.some((one) => isValue(one, term.value));
  }
  if (value === '') return false;
  const [own, limit] = [Number(value), Number(term.value)];
  if (!Number.isNaN(own) && !Number.isNaN(limit)) return compareNumbers(term, own, limit);
  return compareDates(value, term, frame.account.clock.now());
}
