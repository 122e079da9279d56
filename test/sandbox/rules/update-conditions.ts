import { isAgent } from '../account/account.ts';
import type { RuleCondition } from '../account/records.ts';
import { idOf, wordOf } from '../json.ts';
import { isOpenAt, scheduleOf } from '../schedules/business-time.ts';
import type { RuleSubject } from './subject.ts';

/** Conditions about the update itself: who makes it, with which words, at what time. */
type Holds = (condition: RuleCondition, subject: RuleSubject) => boolean;

/** The conditions that are about an update, by field; `is_not` turns each around. */
export const UPDATE_CONDITIONS: Readonly<Record<string, Holds>> = {
  update_type: ({ value }, { update }) => update?.type === wordOf(value),
  role: roleHolds,
  comment_is_public: commentHolds,
  in_business_hours: businessHold,
  within_schedule: withinHolds,
};

/** `role` is about the user who makes the update: agent, end user, one user id, or the requester or assignee. */
function roleHolds(condition: RuleCondition, subject: RuleSubject): boolean {
  const actor = subject.update?.actor;
  if (!actor) return false;
  const value = wordOf(condition.value) ?? '';
  if (value === 'agent') return isAgent(actor);
  if (value === 'admin') return actor.role === 'admin';
  if (value === 'end_user') return actor.role === 'end-user';
  if (value === 'requester_id') return actor.id === subject.ticket.requester_id;
  if (value === 'assignee_id') return actor.id === subject.ticket.assignee_id;
  return String(actor.id) === value;
}

function commentHolds(condition: RuleCondition, subject: RuleSubject): boolean {
  const comment = subject.update?.comment;
  if (!comment) return false;
  const value = wordOf(condition.value);
  if (value === 'not_relevant') return true;
  if (value === 'true' || value === 'requester_can_see_comment') return comment.public === true;
  return value === 'false' && comment.public === false;
}

/** Without a schedule an account is always open, as in Zendesk. */
function businessHold({ value }: RuleCondition, subject: RuleSubject): boolean {
  const { account, ticket } = subject;
  const schedule = scheduleOf(account, ticket.id);
  const open = schedule === undefined || isOpenAt(schedule, Date.parse(account.stamp()));
  return open === (wordOf(value) === 'true');
}

function withinHolds({ value }: RuleCondition, { account }: RuleSubject): boolean {
  const schedule = account.schedules.get(idOf(value) ?? 0);
  return schedule !== undefined && isOpenAt(schedule, Date.parse(account.stamp()));
}
