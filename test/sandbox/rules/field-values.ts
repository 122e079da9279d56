import { localeOf } from '../account/locales.ts';
import type { FieldValue, TicketRecord, UserRecord } from '../account/records.ts';
import { ratingOf, scoreWord } from '../ratings/rating-of.ts';
import { scheduleOf } from '../schedules/business-time.ts';
import { STATUSES } from '../tickets/apply-change.ts';
import { countOf, isCount } from './history-counts.ts';
import type { RuleSubject } from './subject.ts';
import { viaId } from './via-ids.ts';

const LADDER: readonly string[] = STATUSES;
const PRIORITIES = ['', 'low', 'normal', 'high', 'urgent'];
const SCORES = ['unoffered', 'offered', 'bad', 'badwithcomment', 'good', 'goodwithcomment'];

/** The custom field that a rule names as `custom_fields_123` (or `ticket_fields_123`). */
export function customFieldId(name: string): number | undefined {
  const match = /^(?:custom|ticket)_fields_(\d+)$/.exec(name);
  return match ? Number(match[1]) : undefined;
}

/** The value of a ticket that a condition compares, as text; empty text is "nothing". */
export function comparable(subject: RuleSubject, ticket: TicketRecord, name: string): string {
  const custom = customFieldId(name);
  if (custom !== undefined) return text(ticket.values.get(custom) ?? null);
  if (isCount(name)) return countOf(subject, name);
  const requester = subject.account.users.get(ticket.requester_id);
  switch (name) {
    case 'status':
      return ticket.status;
    case 'priority':
      return text(ticket.priority);
    case 'type':
    case 'ticket_type_id':
      return text(ticket.type);
    case 'assignee_id':
      return text(ticket.assignee_id);
    case 'group_id':
      return text(ticket.group_id);
    case 'requester_id':
      return text(ticket.requester_id);
    case 'submitter_id':
      return text(ticket.submitter_id);
    case 'organization_id':
      return text(ticket.organization_id);
    case 'brand_id':
      return text(ticket.brand_id);
    case 'ticket_form_id':
      return text(ticket.ticket_form_id);
    case 'external_id':
      return text(ticket.external_id);
    case 'recipient':
      return text(ticket.recipient);
    case 'custom_status_id':
      return text(ticket.custom_status_id);
    case 'via_id':
      return viaId(ticket.via.channel);
    case 'current_via_id':
      return viaId((subject.update?.audit ?? ticket).via.channel);
    case 'satisfaction_score':
      return scoreWord(ratingOf(subject.account, ticket.id));
    case 'schedule_id':
      return text(scheduleOf(subject.account, ticket.id)?.id ?? null);
    case 'exact_created_at':
      return ticket.created_at;
    case 'locale_id':
      return requester ? String(localeOf(requester.locale).id) : '';
    case 'requester_role':
      return roleNumber(requester);
    case 'ticket_is_public':
      return ticket.is_public ? 'public' : 'private';
    default:
      return '';
  }
}

function text(value: FieldValue): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function roleNumber(user: UserRecord | undefined): string {
  if (!user) return '';
  return { 'end-user': '0', admin: '2', agent: '4' }[user.role];
}

/** Where a value stands among its kind: ladder of statuses or priorities, numbers, dates. */
export function rank(name: string, value: string): number {
  if (name === 'status') return LADDER.indexOf(value);
  if (name === 'priority') return PRIORITIES.indexOf(value);
  if (name === 'satisfaction_score') return SCORES.indexOf(value);
  const number = Number(value);
  return value !== '' && Number.isFinite(number) ? number : Date.parse(value);
}
