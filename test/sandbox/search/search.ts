import type { Account } from '../account/account.ts';
import type { GroupRecord, OrganizationRecord, TicketRecord, UserRecord } from '../account/records.ts';
import { presentGroup, presentOrganization } from '../present/people.ts';
import { presentTicket } from '../present/ticket.ts';
import { presentUser } from '../present/user.ts';
import { rank } from '../rules/field-values.ts';
import { matchesNamed, matchesUser } from './match-people.ts';
import { matchesTicket } from './match-ticket.ts';
import type { SearchFrame } from './matchers.ts';
import type { Query } from './parse-query.ts';

/** One record found. Cursors of the export are made of `created_at` and `id`. */
export type Found = { id: number; created_at: string } & (
  | { kind: 'ticket'; record: TicketRecord }
  | { kind: 'user'; record: UserRecord }
  | { kind: 'organization'; record: OrganizationRecord }
  | { kind: 'group'; record: GroupRecord }
);

/** Everything that answers a query, in no order yet. Archived tickets are found, deleted ones are not. */
export function find(frame: SearchFrame, query: Query): Found[] {
  const { account } = frame;
  const wants = (kind: string) => query.types.length === 0 || query.types.includes(kind);
  const found: Found[] = [];
  const add = (one: Found) => void found.push(one);
  for (const record of wants('ticket') ? account.tickets.values() : []) {
    if (!record.deleted && matchesTicket(frame, record, query.terms))
      add({ kind: 'ticket', record, id: record.id, created_at: record.created_at });
  }
  for (const record of wants('user') ? account.users.values() : []) {
    if (record.active && matchesUser(frame, record, query.terms))
      add({ kind: 'user', record, id: record.id, created_at: record.created_at });
  }
  for (const record of wants('organization') ? account.organizations.values() : []) {
    if (matchesNamed(frame, record, query.terms))
      add({ kind: 'organization', record, id: record.id, created_at: record.created_at });
  }
  for (const record of wants('group') ? account.groups.values() : []) {
    if (!record.deleted && matchesNamed(frame, record, query.terms))
      add({ kind: 'group', record, id: record.id, created_at: record.created_at });
  }
  return found;
}

/** Sorts what was found, tickets before people: by the asked field, otherwise the newest first. */
export function sortFound(found: readonly Found[], by: { key: string; down: boolean }): Found[] {
  const kinds = ['ticket', 'user', 'organization', 'group'];
  const value = (one: Found) => sortValue(one, by.key);
  return [...found].sort((a, b) => {
    const kind = kinds.indexOf(a.kind) - kinds.indexOf(b.kind);
    const [x, y] = [value(a), value(b)];
    return kind || ((x < y ? -1 : x > y ? 1 : 0) || a.id - b.id) * (by.down ? -1 : 1);
  });
}

function sortValue(one: Found, key: string): string {
  if (key.startsWith('updated')) return one.record.updated_at;
  if (one.kind !== 'ticket' || key.startsWith('created')) return one.created_at;
  if (key === 'status') return `${rank('status', one.record.status)}`;
  if (key === 'priority') return `${rank('priority', one.record.priority ?? '')}`;
  if (key === 'ticket_type') return one.record.type ?? '';
  return one.created_at;
}

/** A result with its `result_type`. */
export function presentFound(account: Account, one: Found): Record<string, unknown> {
  switch (one.kind) {
    case 'ticket':
      return { ...presentTicket(account, one.record), result_type: one.kind };
    case 'user':
      return { ...presentUser(account, one.record), result_type: one.kind };
    case 'organization':
      return { ...presentOrganization(account, one.record), result_type: one.kind };
    default:
      return { ...presentGroup(account, one.record), result_type: one.kind };
  }
}
