import type { RuleCondition, TicketStatus } from '../account/records.ts';
import { wordOf } from '../json.ts';
import { businessHours, scheduleOf } from '../schedules/business-time.ts';
import type { RuleSubject } from './subject.ts';

const HOUR = 3_600_000;
const BUSINESS = /_business_hours$/;

/** Conditions of automations and views that count hours: since a moment of the ticket, since it got a status, until it is due. */
const STATUS_CONDITIONS: Readonly<Record<string, TicketStatus>> = {
  NEW: 'new',
  OPEN: 'open',
  PENDING: 'pending',
  HOLD: 'hold',
  SOLVED: 'solved',
  CLOSED: 'closed',
};
const SINCE = ['created_at', 'updated_at', 'assigned_at', 'requester_updated_at', 'assignee_updated_at'];
const DUE = ['due_date', 'until_due_date'];

/** Does a condition count hours? `due_date` may also only ask whether there is one. */
export function isTimeCondition(name: string): boolean {
  return name in STATUS_CONDITIONS || SINCE.includes(name) || DUE.includes(name);
}

/** The status that a condition such as `SOLVED` counts from. */
export function statusOfCondition(name: string): TicketStatus | undefined {
  return STATUS_CONDITIONS[name];
}

export function timeHolds(condition: RuleCondition, subject: RuleSubject): boolean {
  const { operator } = condition;
  if (operator === 'present' || operator === 'not_present')
    return (subject.ticket.due_at !== null) === (operator === 'present');
  const hours = hoursOf(subject, condition.field, BUSINESS.test(operator));
  if (hours === undefined) return false;
  const limit = Number(wordOf(condition.value));
  switch (operator.replace(BUSINESS, '')) {
    case 'is':
      return Math.floor(hours) === limit;
    case 'less_than':
      return hours < limit;
    case 'greater_than':
      return hours > limit;
    default:
      return false;
  }
}

/** Hours from the moment a condition names until now (or from now until it, for what is due), or nothing if that never was. */
function hoursOf(subject: RuleSubject, name: string, business: boolean): number | undefined {
  const { account, ticket } = subject;
  const moment = momentOf(subject, name);
  if (moment === undefined) return undefined;
  const now = Date.parse(account.stamp());
  const [from, until] = name === 'until_due_date' ? [now, moment] : [moment, now];
  const schedule = business ? scheduleOf(account, ticket.id) : undefined;
  if (!business) return (until - from) / HOUR;
  // Business hours need a schedule: without one the condition never holds.
  return schedule && businessHours(schedule, from, until);
}

function momentOf({ ticket }: RuleSubject, name: string): number | undefined {
  const status = STATUS_CONDITIONS[name];
  if (status) return ticket.status === status ? parsed(ticket.status_at[status]) : undefined;
  switch (name) {
    case 'created_at':
      return parsed(ticket.created_at);
    case 'updated_at':
      return parsed(ticket.updated_at);
    case 'assigned_at':
      return parsed(ticket.assigned_at);
    case 'requester_updated_at':
      return parsed(ticket.requester_updated_at);
    case 'assignee_updated_at':
      return parsed(ticket.assignee_updated_at);
    default:
      return parsed(ticket.due_at);
  }
}

const parsed = (stamp: string | null | undefined) => (stamp ? Date.parse(stamp) : undefined);
