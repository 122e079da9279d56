import type { Account } from '../account/account.ts';
import type { TicketRecord } from '../account/records.ts';
import { commentsOf } from '../present/audit.ts';
import { comparable, rank } from '../rules/field-values.ts';
import type { Term } from './parse-query.ts';

/** Does a ticket answer all terms? Terms of one field are alternatives, as in Zendesk (`tags:a tags:b` is either). */
export function matchesTicket(account: Account, ticket: TicketRecord, terms: readonly Term[]): boolean {
  const groups = new Map<string, Term[]>();
  for (const [index, term] of terms.entries()) {
    const ranged = term.operator !== ':' || term.negated || term.field === '';
    const key = ranged ? `#${index}` : term.field;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups.values()].every((group) =>
    group.some((term) => holds(account, ticket, term) !== term.negated),
  );
}

function holds(account: Account, ticket: TicketRecord, term: Term): boolean {
  switch (term.field) {
    case '':
      return containsText(account, ticket, term.value);
    case 'type':
      return term.value === 'ticket' || ticket.type === term.value;
    case 'ticket_type':
      return ticket.type === term.value;
    case 'tags':
    case 'tag':
      return term.value === 'none'
        ? ticket.tags.length === 0
        : ticket.tags.includes(term.value.toLowerCase());
    case 'created':
      return compareDates(ticket.created_at, term, account);
    case 'updated':
      return compareDates(ticket.updated_at, term, account);
    case 'due_date':
      return ticket.due_at !== null && compareDates(ticket.due_at, term, account);
    case 'solved':
      return ticket.status_at.solved !== undefined && compareDates(ticket.status_at.solved, term, account);
    case 'status':
    case 'priority':
      return compareRanks(term, ticket[term.field] ?? '');
    case 'id':
    case 'ticket_id':
      return String(ticket.id) === term.value;
    case 'subject':
      return (ticket.subject ?? '').toLowerCase().includes(term.value.toLowerCase());
    case 'description':
      return ticket.description.toLowerCase().includes(term.value.toLowerCase());
    case 'requester':
    case 'requester_id':
      return isPerson(account, ticket.requester_id, term.value);
    case 'assignee':
    case 'assignee_id':
      return isPerson(account, ticket.assignee_id, term.value);
    case 'group':
      return isGroup(account, ticket.group_id, term.value);
    case 'via':
      return ticket.via.channel === term.value;
    default:
      return compareCustom(account, ticket, term);
  }
}

function containsText(account: Account, ticket: TicketRecord, word: string): boolean {
  const wanted = word.toLowerCase();
  const texts = [
    ticket.subject ?? '',
    ...commentsOf(account, ticket.id).map(({ event }) => String(event.body ?? '')),
  ];
  return String(ticket.id) === word || texts.some((text) => text.toLowerCase().includes(wanted));
}

/** A date stands for its day, in the account's time; an instant for itself; `4hours` and the like for so long ago. */
function compareDates(stamp: string, term: Term, account: Account): boolean {
  const at = Date.parse(stamp);
  const ago = /^(\d+)(minute|hour|day|week|month|year)s?$/.exec(term.value);
  const start = ago
    ? account.clock.now() - Number(ago[1]) * (SPANS[ago[2] ?? ''] ?? 0)
    : Date.parse(term.value);
  const end = /^\d{4}-\d{2}-\d{2}$/.test(term.value) ? start + 86_400_000 : start + 1000;
  switch (term.operator) {
    case '<':
      return at < start;
    case '<=':
      return at < end;
    case '>':
      return ago ? at > start : at >= end;
    case '>=':
      return at >= start;
    default:
      return at >= start && at < end;
  }
}

const SPANS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

function compareRanks(term: Term, value: string): boolean {
  const [now, limit] = [rank(term.field, value), rank(term.field, term.value)];
  switch (term.operator) {
    case '<':
      return now < limit;
    case '<=':
      return now <= limit;
    case '>':
      return now > limit;
    case '>=':
      return now >= limit;
    default:
      return value === term.value;
  }
}

function isPerson(account: Account, id: number | null, value: string): boolean {
  if (value === 'none') return id === null;
  const user = id === null ? undefined : account.users.get(id);
  return (
    user !== undefined &&
    (String(user.id) === value ||
      user.email === value ||
      user.name.toLowerCase().includes(value.toLowerCase()))
  );
}

function isGroup(account: Account, id: number | null, value: string): boolean {
  if (value === 'none') return id === null;
  return (
    String(id) === value ||
    (id !== null && account.groups.get(id)?.name.toLowerCase() === value.toLowerCase())
  );
}

function compareCustom(account: Account, ticket: TicketRecord, term: Term): boolean {
  const match = /^custom_field_(\d+)$/.exec(term.field);
  if (!match) return false;
  const value = comparable({ account, ticket }, ticket, `custom_fields_${match[1]}`);
  if (term.value === '*') return value !== '';
  return term.operator === ':' ? value === term.value : compareText(term.operator, value, term.value);
}

function compareText(operator: Term['operator'], value: string, limit: string): boolean {
  if (value === '') return false;
  if (operator === '<') return value < limit;
  if (operator === '<=') return value <= limit;
  return operator === '>' ? value > limit : value >= limit;
}
