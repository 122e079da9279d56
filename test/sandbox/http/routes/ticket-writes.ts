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
import { liveTicket } from '../live-ticket.ts';
import { type Call, created, ok, type Route, type RouteRule } from '../route.ts';
import { spendUpdate } from '../update-limits.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** `POST /tickets` and `PUT /tickets/{id}`, both answering ticket and audit. */
export function ticketWriteRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const idempotency = createIdempotency(() => account.clock.now());
  route('post', '/tickets', RULE, (call) =>
    idempotency(call, () => {
      const body = bodyOf(call, 'ticket');
      const author = { user: call.user, via: viaOf(call, body) };
      const { ticket, audit } = createTicket(deps, readNewTicket(deps, body, author), author);
      return created({ ticket: presentTicket(account, ticket), audit: presentAudit(account, audit) });
    }),
  );
  route('put', '/tickets/:id', RULE, (call) => {
    const known = liveTicket(account, call.id('id'));
    spendUpdate(deps, call, known.id);
    const body = bodyOf(call, 'ticket');
    checkSafeUpdate(known, body);
    const author = { user: call.user, via: call.via };
    const { ticket, audit } = updateTicket(deps, known.id, readTicketChange(body), author);
    return ok({ ticket: presentTicket(account, ticket), audit: presentAudit(account, audit) });
  });
}

/** Tickets filed by API may say how they came in. */
function viaOf(call: Call, body: JsonObject) {
  const channel = isObject(body.via) ? textOf(body.via.channel) : undefined;
  return channel === undefined ? call.via : channelVia(channel);
}
