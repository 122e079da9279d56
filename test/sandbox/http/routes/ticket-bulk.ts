import { Fault } from '../../fault.ts';
import { idOf, idsOf, isObject, type JsonObject, listOf, objectOf } from '../../json.ts';
import { readTicketChange } from '../../tickets/change.ts';
import { createTicket, readNewTicket } from '../../tickets/create.ts';
import { checkSafeUpdate } from '../../tickets/safe-update.ts';
import { updateTicket } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { type JobStep, lineOf } from '../jobs.ts';
import { liveTicket } from '../live-ticket.ts';
import { limitIds } from '../many.ts';
import type { Call, Route, RouteRule } from '../route.ts';
import { viaOf } from './ticket-writes.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** `/tickets/create_many` and `/tickets/update_many`, which answer a job. */
export function bulkTicketRoutes(route: Route, deps: ApiDeps): void {
  route('post', '/tickets/create_many', RULE, (call) => {
    const bodies = limitIds(listOf(call.body.tickets).filter(isObject), 'tickets');
    return deps.jobs.add(
      'Bulk Create Ticket',
      bodies.map((body, index) => creating(deps, call, { body, index })),
    );
  });
  route('put', '/tickets/update_many', RULE, (call) => {
    const steps = bulkInputs(call).map((input) => () => {
      const id = idOf(input.id) ?? 0;
      return lineOf(id, 'update', () => {
        checkSafeUpdate(liveTicket(deps.account, id), input);
        updateTicket(deps, id, readTicketChange(input), { user: call.user, via: call.via });
      });
    });
    return deps.jobs.add('Bulk Update Ticket', steps);
  });
}

function creating(deps: ApiDeps, call: Call, { body, index }: { body: JsonObject; index: number }): JobStep {
  return () => {
    const author = { user: call.user, via: viaOf(call, body) };
    try {
      const { ticket } = createTicket(deps, readNewTicket(deps, body, author), author);
      return { id: ticket.id, index, action: 'create', success: true, status: 'Created' };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const details = JSON.stringify(error.body.details ?? error.body);
      return { id: null, index, action: 'create', success: false, error: 'TicketCreate', details };
    }
  };
}

/** Either `?ids=1,2` with one `ticket`, or a list of `tickets` with an id each. At most 100. */
function bulkInputs(call: Call): readonly JsonObject[] {
  const ids = idsOf(call.query.ids);
  const one = objectOf(call.body.ticket);
  const inputs =
    ids.length > 0 ? ids.map((id) => ({ ...one, id })) : listOf(call.body.tickets).filter(isObject);
  return limitIds(inputs, ids.length > 0 ? 'ids' : 'tickets');
}
