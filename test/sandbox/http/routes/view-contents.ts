import type { TicketRecord, ViewRecord } from '../../account/records.ts';
import { presentGroup } from '../../present/people.ts';
import { presentColumn, presentView } from '../../present/rules.ts';
import { presentTicket } from '../../present/ticket.ts';
import { presentUser } from '../../present/user.ts';
import { readView } from '../../rules/read-view.ts';
import { maySeeRule } from '../../rules/restriction.ts';
import { cell, ticketsOfView } from '../../rules/view-rows.ts';
import type { ApiDeps } from '../api-deps.ts';
import { newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { ENDPOINT_BUDGETS, endpointHeader, tooManyRequests } from '../rate-limits.ts';
import { type Call, ok, type Route } from '../route.ts';
import { ticketPage } from '../ticket-page.ts';

/** What a view holds: `/views/{id}/tickets`, `count`, `execute`, and previews of views that are not saved. */
export function viewContentRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const view = (call: Call) => {
    const one = found(account.views.get(call.id('id')));
    return found(maySeeRule(account, call.user, one) ? one : undefined);
  };
  const draft = (call: Call) => readView(account, { title: 'Preview', ...newBodyOf(call, 'view') });
  route('get', '/views/:id/tickets', {}, (call) =>
    ok(ticketPage(account, call, ticketsOfView(account, resorted(view(call), call), call.user))),
  );
  route('get', '/views/:id/count', {}, (call) => {
    spend(deps, call, 'views-count');
    return ok({ view_count: countOf(deps, view(call), call) });
  });
  route('get', '/views/:id/execute', {}, (call) => {
    spend(deps, call, 'views-execute');
    return ok(execution(deps, resorted(view(call), call), call));
  });
  route('post', '/views/preview', {}, (call) => {
    spend(deps, call, 'views-preview');
    return ok(execution(deps, draft(call), call));
  });
  route('post', '/views/preview/count', {}, (call) => {
    spend(deps, call, 'views-preview-count');
    const { view_id: _none, ...count } = countOf(deps, draft(call), call);
    return ok({ view_count: { ...count, view_id: null } });
  });
}

/** Rows of a view with its definition, and the people and groups that its rows name. */
function execution(deps: ApiDeps, view: ViewRecord, call: Call): Record<string, unknown> {
  const { account } = deps;
  const shown: TicketRecord[] = [];
  const present = (ticket: TicketRecord) => {
    shown.push(ticket);
    return row(deps, view, ticket);
  };
  const page = paged(call, 'rows', ticketsOfView(account, view, call.user), { account, present });
  return {
    ...page,
    view: presentView(account, view),
    columns: view.output.columns.map((column) => presentColumn(account, column)),
    ...people(deps, shown),
  };
}

/** `sort_by` and `sort_order` of the address go before the view's own. */
function resorted(view: ViewRecord, { query }: Call): ViewRecord {
  if (query.sort_by === undefined && query.sort_order === undefined) return view;
  const { sort_by, sort_order } = view.output;
  const output = {
    ...view.output,
    sort_by: query.sort_by ?? sort_by,
    sort_order: query.sort_order ?? sort_order,
  };
  return { ...view, output };
}

/** Five a minute per view and agent, for tokens; an agent's own browser is not counted. */
function spend(deps: ApiDeps, call: Call, endpoint: string): void {
  if (call.identity.kind !== 'token') return;
  const spent = deps.limiter.spend(
    `${endpoint} ${call.param('id')} ${call.user.id}`,
    ENDPOINT_BUDGETS.viewExecute,
  );
  call.setHeaders(endpointHeader(endpoint, spent));
  if (spent.over) throw tooManyRequests(spent);
}

export function countOf(deps: ApiDeps, view: ViewRecord, call: Call): Record<string, unknown> {
  const value = ticketsOfView(deps.account, view, call.user).length;
  const url = `${deps.account.origin}/api/v2/views/${view.id}/count.json`;
  return { url, view_id: view.id, value, pretty: String(value), fresh: true, active: view.active };
}

function row(deps: ApiDeps, view: ViewRecord, ticket: TicketRecord): Record<string, unknown> {
  const cells = view.output.columns.map((column) => cell(ticket, column));
  const custom = cells
    .filter(([name]) => /^\d+$/.test(name))
    .map(([id, value]) => ({ id: Number(id), value }));
  const group = view.output.group_by === null ? {} : { group: cell(ticket, view.output.group_by)[1] };
  const { id, subject, status, type, priority, description } = presentTicket(deps.account, ticket);
  const url = `${deps.account.origin}/api/v2/tickets/${ticket.id}.json`;
  const shown = { id, subject, description, status, type, priority, url };
  return {
    ticket_id: ticket.id,
    ...Object.fromEntries(cells),
    ...group,
    custom_fields: custom,
    fields: custom,
    ticket: shown,
  };
}

function people(deps: ApiDeps, tickets: readonly TicketRecord[]): Record<string, unknown> {
  const { account } = deps;
  const ids = new Set(tickets.flatMap((ticket) => [ticket.requester_id, ticket.assignee_id ?? 0]));
  const groups = new Set(tickets.map((ticket) => ticket.group_id ?? 0));
  return {
    users: [...ids].flatMap((id) => account.users.get(id) ?? []).map((user) => presentUser(account, user)),
    groups: [...groups]
      .flatMap((id) => account.groups.get(id) ?? [])
      .map((group) => presentGroup(account, group)),
  };
}
