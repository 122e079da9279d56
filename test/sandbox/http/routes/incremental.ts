import type { OrganizationRecord, TicketRecord, UserRecord } from '../../account/records.ts';
import { cursorExport, type Export, SAMPLE, timeExport } from '../../export/pages.ts';
import { ticketEvent } from '../../export/ticket-event.ts';
import { presentOrganization } from '../../present/people.ts';
import { presentTicket } from '../../present/ticket.ts';
import { presentUser } from '../../present/user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { ENDPOINT_BUDGETS, endpointHeader, tooManyRequests } from '../rate-limits.ts';
import { type Call, ok, type Reply, type Route, type RouteRule } from '../route.ts';
import { sideloads } from '../sideloads.ts';

/** Exports are for administrators, and only the global `read` reaches them [?]. */
const RULE: RouteRule = { role: 'admin' };

/** `/incremental/...`: everything that changed since a time. */
export function incrementalRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  ticketExports(route, deps);
  const users = (): Export<UserRecord> => ({
    name: 'users',
    account,
    legacy: true,
    present: (user) => presentUser(account, user),
    items: [...account.users.values()].map((item) => ({ item, id: item.id, at: seconds(item.updated_at) })),
  });
  const organizations = (): Export<OrganizationRecord> => ({
    name: 'organizations',
    account,
    legacy: true,
    present: (organization) => presentOrganization(account, organization),
    items: [...account.organizations.values()].map((item) => ({
      item,
      id: item.id,
      at: seconds(item.updated_at),
    })),
  });
  const limited = limitedBy(deps);
  limited(route, '/incremental/users/cursor', (call) => ok(cursorExport(call, users()).body));
  limited(route, '/incremental/users', (call) => ok(timeExport(call, users()).body));
  limited(route, '/incremental/organizations', (call) => ok(timeExport(call, organizations()).body));
}

function ticketExports(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const limited = limitedBy(deps);
  const tickets = (call: Call, largest?: number): Export<TicketRecord> => ({
    name: 'tickets',
    account,
    ...(largest === undefined ? {} : { largest }),
    present: (ticket) => exportedTicket(presentTicket(account, ticket), ticket),
    items: [...account.tickets.values()]
      .filter((ticket) => !ticket.deleted || call.query.exclude_deleted !== 'true')
      .map((item) => ({ item, id: item.id, at: generatedAt(item) })),
  });
  const withSideloads = (call: Call, page: ReturnType<typeof timeExport<TicketRecord>>) =>
    ok({ ...page.body, ...sideloads(account, call, page.shown) });
  limited(route, '/incremental/tickets/cursor', (call) =>
    withSideloads(call, cursorExport(call, tickets(call))),
  );
  limited(route, '/incremental/tickets/sample', (call) =>
    withSideloads(call, timeExport(call, tickets(call, SAMPLE))),
  );
  limited(route, '/incremental/tickets', (call) => withSideloads(call, timeExport(call, tickets(call))));
  limited(route, '/incremental/ticket_events', (call) => {
    const items = [...account.audits.values()]
      .flat()
      .map((item) => ({ item, id: item.id, at: seconds(item.created_at) }));
    const withComments = (call.query.include ?? '').split(',').includes('comment_events');
    const present = (audit: (typeof items)[number]['item']) => ticketEvent(audit, withComments);
    return ok(timeExport(call, { name: 'ticket_events', account, legacy: true, present, items }).body);
  });
}

/** A deleted ticket is told from the others by its status alone. */
function exportedTicket(shown: Record<string, unknown>, ticket: TicketRecord): Record<string, unknown> {
  if (!ticket.deleted) return shown;
  return { ...shown, status: 'deleted', generated_timestamp: generatedAt(ticket) };
}

/** Ten calls a minute for the account, thirty with the high-volume limit, over all exports together. */
function limitedBy(deps: ApiDeps) {
  return (route: Route, path: string, answer: (call: Call) => Reply): void => {
    route('get', path, RULE, (call) => {
      const plan = deps.account.settings.plan;
      const budget = ENDPOINT_BUDGETS[plan === 'enterprise_plus' ? 'incrementalHighVolume' : 'incremental'];
      const spent = deps.limiter.spend('incremental exports', budget);
      call.setHeaders(endpointHeader('incremental-exports', spent));
      if (spent.over) throw tooManyRequests(spent);
      return answer(call);
    });
  };
}

/** When a ticket last changed in any way, its deletion included. */
function generatedAt({ updated_at, deletion }: TicketRecord): number {
  return Math.max(seconds(updated_at), deletion ? seconds(deletion.at) : 0);
}

const seconds = (stamp: string) => Math.floor(Date.parse(stamp) / 1000);
