import { Fault } from '../../fault.ts';
import { idOf, idsOf, isObject, type JsonObject, listOf, objectOf, wordsOf } from '../../json.ts';
import { removeOrganization } from '../../organizations/memberships.ts';
import { readOrganization, sameExternalId } from '../../organizations/read-organization.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { JobStep } from '../jobs.ts';
import { limitIds } from '../many.ts';
import type { Call, Route, RouteRule } from '../route.ts';

const WRITE: RouteRule = { scope: 'organizations', role: 'admin' };

/** Many organisations at once, as jobs. */
export function organizationBulkRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const bodies = (value: unknown) => limitIds(listOf(value).filter(isObject), 'organizations');
  const byExternalId = (external: string) =>
    [...account.organizations.values()].find((one) => sameExternalId(one, external))?.id ?? 0;
  /** Named by `ids` or `external_ids`. */
  const asked = ({ query }: Call) =>
    query.external_ids === undefined
      ? limitIds(idsOf(query.ids))
      : limitIds(wordsOf(query.external_ids)).map(byExternalId);
  route('post', '/organizations/create_many', WRITE, (call) => {
    const steps = bodies(call.body.organizations).map(({ id: _own, ...body }) =>
      step('create', () => {
        const made = readOrganization(account, body);
        account.organizations.set(made.id, made);
        return made.id;
      }),
    );
    return deps.jobs.add('Bulk Create Organization', steps);
  });
  route('put', '/organizations/update_many', WRITE, (call) => {
    const changes: [number, JsonObject][] =
      call.query.ids === undefined && call.query.external_ids === undefined
        ? bodies(call.body.organizations).map((body) => [idOf(body.id) ?? 0, body])
        : asked(call).map((id) => [id, objectOf(call.body.organization)]);
    const steps = changes.map(([id, body]) =>
      step('update', () => {
        const known = account.organizations.get(id);
        if (!known) return undefined;
        account.organizations.set(id, readOrganization(account, body, known));
        return id;
      }),
    );
    return deps.jobs.add('Bulk Update Organization', steps);
  });
  route('delete', '/organizations/destroy_many', WRITE, (call) => {
    const steps = asked(call).map((id) =>
      step('delete', () => {
        if (!account.organizations.has(id)) return undefined;
        removeOrganization(account, id);
        return id;
      }),
    );
    return deps.jobs.add('Bulk Delete Organization', steps);
  });
}

/** A line of a job's results; an organisation there is not, and one that is refused, fail alone. */
function step(action: string, act: () => number | undefined): JobStep {
  return () => {
    try {
      const id = act();
      if (id !== undefined) return { id, action, success: true, status: 'Success' };
      return { action, success: false, error: 'RecordNotFound', details: 'Not found' };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { action, success: false, error: error.body.error, details: JSON.stringify(error.body.details) };
    }
  };
}
