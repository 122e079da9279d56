import { readable } from '../../account/read-state.ts';
import type { TicketRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idsOf } from '../../json.ts';
import { isArchived } from '../../tickets/archive.ts';
import { maySee } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { liveTicket, liveTickets } from '../live-ticket.ts';
import { limitIds } from '../many.ts';
import { type Call, ok, type Route, type RouteRule } from '../route.ts';
import { inOrder, ticketOrder } from '../ticket-order.ts';
import { singleTicket, ticketPage } from '../ticket-page.ts';
import { deletedTicketRoutes } from './deleted-tickets.ts';
import { ticketMergeRoutes } from './ticket-merge.ts';
import { ticketPeopleRoutes } from './ticket-people.ts';
import { ticketTagRoutes } from './ticket-tags.ts';
import { ticketWriteRoutes } from './ticket-writes.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** `/tickets`: list, show and count; writing, deleting, merging, tags and people in files of their own. */
export function ticketRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const list = (call: Call, holds: (ticket: TicketRecord) => boolean) => {
    const order = ticketOrder(call);
    const state = readable(account);
    return ok(ticketPage(state, call, inOrder(liveTickets(state).filter(holds), order), order));
  };
  const count = (holds: (ticket: TicketRecord) => boolean) =>
    ok({
      count: { value: liveTickets(readable(account)).filter(holds).length, refreshed_at: account.stamp() },
    });

  route('get', '/tickets', RULE, (call) => {
    const { external_id } = call.query;
    return list(call, (ticket) => external_id === undefined || ticket.external_id === external_id);
  });
  route('get', '/tickets/count', RULE, () => count(() => true));
  route('get', '/tickets/recent', RULE, (call) => {
    const state = readable(account);
    return ok(ticketPage(state, call, recentOf(deps, call)));
  });
  route('get', '/tickets/show_many', RULE, (call) => {
    const state = readable(account);
    const asked = limitIds(idsOf(call.query.ids)).flatMap((id) => state.tickets.get(id) ?? []);
    const shown = asked.filter((ticket) => !ticket.deleted);
    return ok(ticketPage(state, call, shown));
  });
  for (const [path, holds] of OF_SOMEONE) {
    const of = (call: Call) => (ticket: TicketRecord) => holds(ticket, ownerOf(deps, call, path));
    route('get', path, RULE, (call) => list(call, of(call)));
    if (!path.endsWith('/followed')) route('get', `${path}/count`, RULE, (call) => count(of(call)));
  }
  route('get', '/problems', RULE, (call) => list(call, (ticket) => ticket.type === 'problem'));
  ticketDeleteAndWrite(route, deps);
  showRoutes(route, deps, list);
}

/** Fixed words come before `:id` in the path, so their routes do too. */
function ticketDeleteAndWrite(route: Route, deps: ApiDeps): void {
  deletedTicketRoutes(route, deps);
  ticketMergeRoutes(route, deps);
  ticketWriteRoutes(route, deps);
  ticketTagRoutes(route, deps);
  ticketPeopleRoutes(route, deps);
}

type List = (call: Call, holds: (ticket: TicketRecord) => boolean) => ReturnType<typeof ok>;

function showRoutes(route: Route, deps: ApiDeps, list: List): void {
  const { account } = deps;
  route('get', '/tickets/:id', { ...RULE, role: 'end-user' }, (call) => {
    const state = readable(account);
    const ticket = liveTicket(state, call.id('id'));
    if (!maySee(call.user, ticket)) throw forbidden();
    return ok(singleTicket(state, call, ticket));
  });
  route('get', '/tickets/:id/incidents', RULE, (call) => {
    const problem = liveTicket(account, call.id('id'));
    return list(call, (ticket) => ticket.problem_id === problem.id);
  });
  route('get', '/tickets/:id/related', RULE, (call) => {
    const ticket = liveTicket(account, call.id('id'));
    const { source } = ticket.via;
    return ok({
      topic_id: null,
      jira_issue_ids: [],
      followup_source_ids: source.rel === 'follow_up' ? [source.from.ticket_id] : [],
      from_archive: isArchived(account, ticket),
      incidents: liveTickets(account).filter((one) => one.problem_id === ticket.id).length,
    });
  });
}

const OF_SOMEONE: readonly [path: string, holds: (ticket: TicketRecord, id: number) => boolean][] = [
  ['/users/:id/tickets/requested', (ticket, id) => ticket.requester_id === id],
  ['/users/:id/tickets/assigned', (ticket, id) => ticket.assignee_id === id],
  ['/users/:id/tickets/ccd', (ticket, id) => ticket.collaborator_ids.includes(id)],
  ['/users/:id/tickets/followed', (ticket, id) => ticket.follower_ids.includes(id)],
  ['/organizations/:id/tickets', (ticket, id) => ticket.organization_id === id],
];

/** The user or organisation in the path. @throws Fault 404 */
function ownerOf(deps: ApiDeps, call: Call, path: string): number {
  const { users, organizations } = deps.account;
  return found((path.startsWith('/users') ? users : organizations).get(call.id('id'))).id;
}

/** Up to five tickets that the caller last worked on. What an agent merely looked at is not kept. */
function recentOf(deps: ApiDeps, call: Call): TicketRecord[] {
  const state = readable(deps.account);
  const lastOf = (ticket: TicketRecord) =>
    (state.audits.get(ticket.id) ?? []).findLast((audit) => audit.author_id === call.user.id)?.id ?? 0;
  return liveTickets(state)
    .filter((ticket) => lastOf(ticket) > 0)
    .sort((a, b) => lastOf(b) - lastOf(a))
    .slice(0, 5);
}
