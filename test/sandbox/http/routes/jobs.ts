import type { JobRecord } from '../../account/records.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { presentJob } from '../jobs.ts';
import { paged } from '../paging.ts';
import { ok, type Route } from '../route.ts';

/** `/job_statuses`, in which bulk calls answer. */
export function jobRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const present = { account, present: (job: JobRecord) => presentJob(account, job) };
  const newest = () => [...account.jobs.values()].reverse();
  route('get', '/job_statuses', {}, (call) => ok(paged(call, 'job_statuses', newest(), present)));
  route('get', '/job_statuses/show_many', {}, (call) => {
    const ids = (call.query.ids ?? '').split(',').map((id) => id.trim());
    const jobs = ids.flatMap((id) => account.jobs.get(id) ?? []);
    return ok(paged(call, 'job_statuses', jobs, present));
  });
  route('get', '/job_statuses/:id', {}, (call) =>
    ok({ job_status: presentJob(account, found(account.jobs.get(call.param('id')))) }),
  );
}
