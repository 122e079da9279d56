import type { TicketRecord } from '../account/records.ts';
import { badRequest } from '../fault.ts';
import type { CursorOrder } from './cursors.ts';
import { wantsCursor } from './paging.ts';
import type { Call } from './route.ts';

type Key = (ticket: TicketRecord) => string | number;

/** Statuses sort as Zendesk numbers them. */
const STATUS_NUMBERS = { new: 0, open: 1, pending: 2, hold: 3, solved: 4, closed: 5 } as const;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

const KEYS: Readonly<Record<string, Key>> = {
  id: (ticket) => ticket.id,
  created_at: (ticket) => ticket.created_at,
  updated_at: (ticket) => ticket.updated_at,
  status: (ticket) => STATUS_NUMBERS[ticket.status],
  priority: (ticket) => PRIORITIES.indexOf(ticket.priority ?? ''),
  subject: (ticket) => ticket.subject ?? '',
  assignee: (ticket) => ticket.assignee_id ?? 0,
  requester: (ticket) => ticket.requester_id,
  group: (ticket) => ticket.group_id ?? 0,
};

/** What cursor paging can sort by. */
const CURSOR_KEYS = ['updated_at', 'id', 'status'];

/**
 * The order a list of tickets is asked in. Cursor paging takes `sort=-updated_at` and silently ignores
 * `sort_by`; offset paging takes `sort_by` and `sort_order`, and ignores what it does not know.
 * @throws Fault 400 for a `sort` that cursor paging does not have
 */
export function ticketOrder(call: Call): CursorOrder<TicketRecord> {
  const cursor = wantsCursor(call);
  const asked = cursor ? (call.query.sort ?? 'id') : (call.query.sort_by ?? 'id');
  const name = asked.replace(/^-/, '');
  if (cursor && !CURSOR_KEYS.includes(name)) {
    throw badRequest(`You passed an invalid value for the sort attribute. Invalid parameter: sort ${asked}`);
  }
  const first = KEYS[name] ?? ((ticket: TicketRecord) => ticket.id);
  return {
    key: (ticket) => [first(ticket), ticket.id],
    down: cursor ? asked.startsWith('-') : call.query.sort_order?.toLowerCase() === 'desc',
  };
}

export function inOrder(tickets: readonly TicketRecord[], order: CursorOrder<TicketRecord>): TicketRecord[] {
  const down = order.down ? -1 : 1;
  return [...tickets].sort((a, b) => {
    const [x, y] = [order.key(a), order.key(b)];
    const at = x.findIndex((part, index) => part !== y[index]);
    const [left, right] = [x[at] ?? 0, y[at] ?? 0];
    return (left < right ? -1 : left > right ? 1 : 0) * down;
  });
}
