import { forbidden } from '../../fault.ts';
import { isObject, type JsonObject, textOf } from '../../json.ts';
import { presentAudit } from '../../present/audit.ts';
import { presentTicket } from '../../present/ticket.ts';
import { readTicketChange } from '../../tickets/change.ts';
import { createTicket, readNewTicket } from '../../tickets/create.ts';
import { checkSafeUpdate } from '../../tickets/safe-update.ts';
import { updateTicket } from '../../tickets/save.ts';
import { channelVia } from '../../tickets/via.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { createIdempotency } from '../idempotency.ts';
import { lineOf } from '../jobs.ts';
import { liveTicket } from '../live-ticket.ts';
import { type Call, created, ok, type Reply, type Route, type RouteRule } from '../route.ts';
import { sideloads } from '../sideloads.ts';
import { spendUpdate } from '../update-limits.ts';
import { bulkTicketRoutes } from './ticket-bulk.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** `POST /tickets` and `PUT /tickets/{id}`, both answering ticket and audit; the bulk calls beside them. */
export function ticketWriteRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const idempotency = createIdempotency(() => account.clock.now());
  bulkTicketRoutes(route, deps);
  route('post', '/tickets', RULE, (call) =>
    idempotency(call, () => {
      const body = bodyOf(call, 'ticket');
      return call.query.async === 'true' ? createLater(deps, call, body) : createNow(deps, call, body);
    }),
  );
  route('put', '/tickets/:id', RULE, (call) => {
    const known = liveTicket(account, call.id('id'));
    spendUpdate(deps, call, known.id);
    const body = bodyOf(call, 'ticket');
    checkSafeUpdate(known, body);
    const author = { user: call.user, via: call.via };
    const { ticket, audit } = updateTicket(deps, known.id, readTicketChange(body), author);
    return ok({
      ticket: presentTicket(account, ticket),
      audit: presentAudit(account, audit),
      ...sideloads(account, call, [ticket]),
    });
  });
}

function createNow(deps: ApiDeps, call: Call, body: JsonObject): Reply {
  const author = { user: call.user, via: viaOf(call, body) };
  const { ticket, audit } = createTicket(deps, readNewTicket(deps, body, author), author);
  call.setHeaders({ Location: `${deps.account.origin}/api/v2/tickets/${ticket.id}.json` });
  return created({
    ticket: presentTicket(deps.account, ticket),
    audit: presentAudit(deps.account, audit),
  });
}

/** `?async=true`: the id is there at once, the ticket when the job is done. */
function createLater(deps: ApiDeps, call: Call, body: JsonObject): Reply {
  if (call.user.role === 'end-user') throw forbidden();
  const id = deps.account.ids.nextTicket();
  const author = { user: call.user, via: viaOf(call, body) };
  const act = () => void createTicket(deps, { ...readNewTicket(deps, body, author), id }, author);
  const { body: queued } = deps.jobs.add('Create Ticket', [() => lineOf(id, 'create', act)]);
  return { status: 202, body: { ticket: { id }, ...(isObject(queued) ? queued : {}) } };
}

/** Tickets filed by API may say how they came in. */
export function viaOf(call: Call, body: JsonObject) {
  const channel = isObject(body.via) ? textOf(body.via.channel) : undefined;
  return channel === undefined ? call.via : channelVia(channel);
}
