import type { Account } from '../../account/account.ts';
import type { JobRecord } from '../../account/records.ts';
import { Fault } from '../../fault.ts';
import { idOf, idsOf, isObject, type JsonObject, listOf, objectOf } from '../../json.ts';
import { apiUrl } from '../../present/url.ts';
import { readTicketChange } from '../../tickets/change.ts';
import { checkSafeUpdate } from '../../tickets/safe-update.ts';
import { updateTicket } from '../../tickets/save.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { paged } from '../paging.ts';
import { type Call, ok, type Route } from '../route.ts';

/** `/tickets/update_many` and the job statuses in which bulk calls answer. */
export function jobRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('put', '/tickets/update_many', { scope: 'tickets' }, (call) => {
    const inputs = bulkInputs(call);
    const job: JobRecord = {
      id: account.ids.ulid().toLowerCase(),
      job_type: 'Bulk Update Ticket',
      total: inputs.length,
      progress: 0,
      status: 'queued',
      message: null,
      results: [],
    };
    account.jobs.set(job.id, job);
    // The reply says "queued"; the work is done by the time the status is asked for.
    const queued = present(account, job);
    job.results = inputs.map((input, index) => updateOne(deps, call, input, index));
    Object.assign(job, {
      status: 'completed',
      progress: inputs.length,
      message: `Completed at ${account.stamp()}`,
    });
    return ok({ job_status: queued });
  });
  route('get', '/job_statuses', {}, (call) =>
    ok(
      paged(call, 'job_statuses', [...account.jobs.values()], {
        account,
        present: (job) => present(account, job),
      }),
    ),
  );
  route('get', '/job_statuses/:id', {}, (call) =>
    ok({ job_status: present(account, found(account.jobs.get(call.param('id')))) }),
  );
}

/** Either `?ids=1,2` with one `ticket`, or a list of `tickets` with an id each. At most 100. */
function bulkInputs(call: Call): JsonObject[] {
  const ids = idsOf(call.query.ids);
  const one = objectOf(call.body.ticket);
  const inputs =
    ids.length > 0 ? ids.map((id) => ({ ...one, id })) : listOf(call.body.tickets).filter(isObject);
  if (inputs.length > 100)
    throw new Fault(400, { error: 'TooManyValues', description: 'Too many values for ids: maximum is 100' });
  return inputs;
}

function updateOne(deps: ApiDeps, call: Call, input: JsonObject, index: number): Record<string, unknown> {
  const id = idOf(input.id) ?? 0;
  try {
    checkSafeUpdate(liveTicket(deps.account, id), input);
    updateTicket(deps, id, readTicketChange(input), { user: call.user, via: call.via });
    return { id, index, action: 'update', success: true, status: 'Updated' };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return {
      id,
      index,
      action: 'update',
      success: false,
      status: 'Failed',
      error: error.body.error,
      details: JSON.stringify(error.body),
    };
  }
}

function present(account: Account, job: JobRecord): Record<string, unknown> {
  const { total, progress, results } = job;
  const done = job.status === 'completed';
  return {
    ...job,
    url: apiUrl(account, `job_statuses/${job.id}`),
    total,
    progress: done ? progress : null,
    results: done ? results : null,
  };
}
