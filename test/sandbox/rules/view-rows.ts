import type { Account } from '../account/account.ts';
import { indexed } from '../account/read-state.ts';
import type { TicketRecord, UserRecord, ViewRecord } from '../account/records.ts';
import { isListed } from '../tickets/archive.ts';
import { matches } from './conditions.ts';
import { comparable, rank } from './field-values.ts';

/** The tickets of a view for whoever looks at it, grouped and sorted as the view says. */
export function ticketsOfView(account: Account, view: ViewRecord, viewer: UserRecord): TicketRecord[] {
  // Views are served from the search index, which may be behind.
  const seen = [...indexed(account).tickets.values()].filter(
    (ticket) => isListed(account, ticket) && matches(view.conditions, { account, ticket, viewer }),
  );
  const { group_by, group_order, sort_by, sort_order } = view.output;
  return seen.sort(
    (a, b) =>
      (group_by === null ? 0 : compare(account, group_by, a, b) * direction(group_order)) ||
      compare(account, sort_by, a, b) * direction(sort_order) ||
      a.id - b.id,
  );
}

const direction = (order: string) => (order.toLowerCase() === 'desc' ? -1 : 1);

function compare(account: Account, column: string, a: TicketRecord, b: TicketRecord): number {
  const [x, y] = [sortKey(account, column, a), sortKey(account, column, b)];
  // Nothing comes last in either direction's ascending order, as an empty date does.
  if (x === y) return 0;
  if (x === '') return 1;
  if (y === '') return -1;
  return x < y ? -1 : 1;
}

const NAMES: Readonly<Record<string, string>> = {
  assignee: 'assignee_id',
  group: 'group_id',
  requester: 'requester_id',
  organization: 'organization_id',
  submitter: 'submitter_id',
};

/** What a column sorts by: names of people, ranks of ladders, stamps, values of custom fields. */
function sortKey(account: Account, column: string, ticket: TicketRecord): string {
  if (column === 'nice_id' || column === 'id') return padded(ticket.id);
  if (column === 'created' || column === 'created_at') return ticket.created_at;
  if (column === 'updated' || column === 'updated_at') return ticket.updated_at;
  if (column === 'due_date' || column === 'due_at') return ticket.due_at ?? '';
  if (column === 'subject') return ticket.subject ?? '';
  if (/^\d+$/.test(column)) return comparable({ account, ticket }, ticket, `custom_fields_${column}`);
  if (column === 'status' || column === 'priority') return padded(rank(column, ticket[column] ?? ''));
  const id = NAMES[column] === undefined ? '' : comparable({ account, ticket }, ticket, NAMES[column]);
  if (id === '') return comparable({ account, ticket }, ticket, column);
  const named =
    account.users.get(Number(id)) ?? account.groups.get(Number(id)) ?? account.organizations.get(Number(id));
  return named?.name ?? id;
}

const padded = (value: number) => String(value + 1).padStart(16, '0');

/** One cell of an executed view, under the name Zendesk gives its column. */
export function cell(ticket: TicketRecord, column: string): [string, unknown] {
  switch (column) {
    case 'nice_id':
      return ['id', ticket.id];
    case 'subject':
      return ['subject', ticket.subject];
    case 'created':
      return ['created', ticket.created_at];
    case 'updated':
      return ['updated', ticket.updated_at];
    case 'due_date':
      return ['due_date', ticket.due_at];
    case 'assignee':
      return ['assignee_id', ticket.assignee_id];
    case 'requester':
      return ['requester_id', ticket.requester_id];
    case 'submitter':
      return ['submitter_id', ticket.submitter_id];
    case 'group':
      return ['group_id', ticket.group_id];
    case 'organization':
      return ['organization_id', ticket.organization_id];
    case 'brand':
      return ['brand_id', ticket.brand_id];
    case 'status':
      return ['status', ticket.status];
    case 'priority':
      return ['priority', ticket.priority];
    case 'type':
      return ['type', ticket.type];
    default:
      return [column, /^\d+$/.test(column) ? (ticket.values.get(Number(column)) ?? null) : null];
  }
}
