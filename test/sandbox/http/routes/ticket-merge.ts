import { forbidden } from '../../fault.ts';
import { mergeInto, readMerge } from '../../tickets/merge.ts';
import { customRoleOf } from '../../users/roles.ts';
import type { ApiDeps } from '../api-deps.ts';
import { lineOf } from '../jobs.ts';
import { liveTicket } from '../live-ticket.ts';
import { limitIds } from '../many.ts';
import type { Route } from '../route.ts';

/** `POST /tickets/{id}/merge`: a job that closes the sources into the target. */
export function ticketMergeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('post', '/tickets/:id/merge', { scope: 'tickets' }, (call) => {
    const target = liveTicket(account, call.id('id'));
    const role = customRoleOf(account, call.user);
    if (call.user.role !== 'admin' && role?.configuration.ticket_merge === false) throw forbidden();
    const merge = readMerge(target.id, call.body);
    const author = { user: call.user, via: call.via };
    const steps = limitIds(merge.sourceIds).map(
      (id) => () => lineOf(id, 'update', () => mergeInto(deps, merge, id, author)),
    );
    return deps.jobs.add('Ticket Merge', steps);
  });
}
