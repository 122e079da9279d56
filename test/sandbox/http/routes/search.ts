import type { TicketRecord, UserRecord } from '../../account/records.ts';
import { badRequest, Fault } from '../../fault.ts';
import { presentTicket } from '../../present/ticket.ts';
import { presentUser } from '../../present/user.ts';
import { matchesTicket } from '../../search/match-ticket.ts';
import { parseQuery } from '../../search/parse-query.ts';
import type { ApiDeps } from '../api-deps.ts';
import { cursorPage, offsetPage } from '../paging.ts';
import { ENDPOINT_BUDGETS, endpointHeader, tooManyRequests } from '../rate-limits.ts';
import { type Call, ok, type Route } from '../route.ts';

/** Plain search ends here; what lies deeper needs the export. */
const DEEPEST = 1_000;

/** `/search` (offset paging, a thousand results) and `/search/export` (cursors, one type). Tickets and users. */
export function searchRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('get', '/search', {}, (call) => {
    if (call.query['page[size]'] !== undefined)
      throw badRequest('Cursor pagination is not supported by this endpoint', 'InvalidPaginationParameter');
    const results = search(deps, call);
    const last = Number(call.query.page ?? '1') * Number(call.query.per_page ?? '100');
    if (last > DEEPEST) {
      throw new Fault(422, {
        error: 'invalid',
        description: 'Invalid search: Requested response size was greater than Search Response Limits',
      });
    }
    return ok({
      ...offsetPage(call, 'results', results, { account, present: (result) => result }),
      facets: null,
    });
  });
  route('get', '/search/count', {}, (call) => ok({ count: search(deps, call).length }));
  route('get', '/search/export', {}, (call) => {
    const spent = deps.limiter.spend('search export', ENDPOINT_BUDGETS.searchExport);
    call.setHeaders(endpointHeader('search-export', spent));
    if (spent.over) throw tooManyRequests(spent);
    const type = call.query['filter[type]'];
    if (type === undefined) throw badRequest('filter[type] is required', 'MissingParameter');
    const page = cursorPage(call, 'results', search(deps, call, type), {
      account,
      present: (result) => result,
    });
    return ok({ ...page, facets: null });
  });
}

function search(deps: ApiDeps, call: Call, only?: string): Record<string, unknown>[] {
  const query = call.query.query;
  if (query === undefined)
    throw new Fault(422, { error: 'invalid', description: 'Invalid search: query is missing' });
  const { account } = deps;
  const terms = parseQuery(query);
  const ordered = terms.filter((term) => term.field === 'order_by' || term.field === 'sort');
  const asked = terms.filter((term) => !ordered.includes(term));
  const type =
    only ?? asked.find((term) => term.field === 'type' && ['ticket', 'user'].includes(term.value))?.value;
  const tickets =
    type === 'user'
      ? []
      : [...account.tickets.values()].filter((t) => !t.deleted && matchesTicket(account, t, asked));
  const users =
    type === 'ticket' ? [] : [...account.users.values()].filter((user) => matchesUser(user, asked));
  const key = call.query.sort_by ?? ordered.find((term) => term.field === 'order_by')?.value ?? 'created_at';
  const down =
    (call.query.sort_order ?? ordered.find((term) => term.field === 'sort')?.value ?? 'desc') === 'desc';
  return [
    ...sortTickets(tickets, key, down).map((ticket) => ({
      ...presentTicket(account, ticket),
      result_type: 'ticket',
    })),
    ...users.map((user) => ({ ...presentUser(account, user), result_type: 'user' })),
  ];
}

function sortTickets(tickets: TicketRecord[], key: string, down: boolean): TicketRecord[] {
  const value = (ticket: TicketRecord) =>
    key.startsWith('updated')
      ? ticket.updated_at
      : key === 'status'
        ? ticket.status
        : key === 'priority'
          ? (ticket.priority ?? '')
          : ticket.created_at;
  return tickets.sort((a, b) => (value(a).localeCompare(value(b)) || a.id - b.id) * (down ? -1 : 1));
}

function matchesUser(user: UserRecord, terms: ReturnType<typeof parseQuery>): boolean {
  return terms.every((term) => {
    const value = term.value.toLowerCase();
    if (term.field === 'type') return value === 'user';
    if (term.field === 'role') return user.role === value;
    if (term.field === 'email') return user.email?.toLowerCase() === value;
    if (term.field === '' || term.field === 'name')
      return `${user.name} ${user.email ?? ''}`.toLowerCase().includes(value);
    return false;
  });
}
