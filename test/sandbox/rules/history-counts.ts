import { isAgent } from '../account/account.ts';
import type { AuditEvent } from '../account/records.ts';
import { historyOf, type RuleSubject } from './subject.ts';

/** Conditions that count what happened to a ticket: `reopens`, `replies` of agents, assignees and groups it went through. */
const COUNTS: Readonly<Record<string, (subject: RuleSubject) => number>> = {
  reopens: (subject) =>
    historyOf(subject).filter(
      (event) =>
        event.field_name === 'status' && event.previous_value === 'solved' && event.value !== 'closed',
    ).length,
  replies: (subject) =>
    historyOf(subject).filter(
      (event) => event.type === 'Comment' && event.public === true && byAgent(subject, event),
    ).length,
  agent_stations: (subject) => stations(subject, 'assignee_id'),
  group_stations: (subject) => stations(subject, 'group_id'),
};

export function isCount(name: string): boolean {
  return name in COUNTS;
}

/** The count as text, as conditions compare it. */
export function countOf(subject: RuleSubject, name: string): string {
  return String(COUNTS[name]?.(subject) ?? '');
}

function byAgent({ account }: RuleSubject, event: AuditEvent): boolean {
  return typeof event.author_id === 'number' && isAgent(account.users.get(event.author_id));
}

function stations(subject: RuleSubject, field: string): number {
  const values = historyOf(subject)
    .filter((event) => event.field_name === field && event.value !== null)
    .map((event) => String(event.value));
  return new Set(values).size;
}
