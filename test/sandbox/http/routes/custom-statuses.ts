import type { CustomStatusRecord } from '../../account/records.ts';
import { badRequest, recordInvalid } from '../../fault.ts';
import { flagOf, idsOf } from '../../json.ts';
import { presentCustomStatus } from '../../present/custom-status.ts';
import { readCustomStatus } from '../../tickets/read-custom-status.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';

/** `/custom_statuses`: the statuses within Zendesk's five categories. */
export function customStatusRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const status = (call: Call) => found(account.customStatuses.get(call.id('id')));
  const present = (one: CustomStatusRecord) => presentCustomStatus(account, one);
  route('get', '/custom_statuses', { role: 'end-user' }, (call) => {
    const shown = [...account.customStatuses.values()].filter((one) => isWanted(one, call));
    return ok({ custom_statuses: shown.map(present) });
  });
  route('get', '/custom_statuses/:id', { role: 'end-user' }, (call) =>
    ok({ custom_status: present(status(call)) }),
  );
  route('post', '/custom_statuses', { role: 'admin' }, (call) => {
    const made = readCustomStatus(account, newBodyOf(call, 'custom_status'));
    account.customStatuses.set(made.id, made);
    return created({ custom_status: present(made) });
  });
  route('put', '/custom_statuses/:id', { role: 'admin' }, (call) => {
    const known = status(call);
    const changed = readCustomStatus(account, bodyOf(call, 'custom_status'), known);
    account.customStatuses.set(changed.id, changed);
    return ok({ custom_status: present(changed) });
  });
  route('delete', '/custom_statuses/:id', { role: 'admin' }, (call) => {
    const known = status(call);
    const used = [...account.tickets.values()].some((ticket) => ticket.custom_status_id === known.id);
    if (known.default || used) {
      const description = 'Custom status: is a default or in use and cannot be deleted';
      throw recordInvalid({ base: [{ description, error: 'InvalidValue' }] });
    }
    account.customStatuses.delete(known.id);
    return noContent();
  });
  defaultsRoute(route, deps);
}

function defaultsRoute(route: Route, deps: ApiDeps): void {
  const { customStatuses } = deps.account;
  route('put', '/custom_status/default', { role: 'admin' }, (call) => {
    const wanted = idsOf(call.body.ids).map((id) => found(customStatuses.get(id)));
    if (wanted.length === 0)
      throw badRequest('You passed an invalid value for the ids attribute. must not be empty');
    for (const one of wanted) {
      for (const other of [...customStatuses.values()]) {
        if (other.status_category !== one.status_category) continue;
        customStatuses.set(other.id, { ...other, default: other.id === one.id });
      }
    }
    return ok({});
  });
}

function isWanted(status: CustomStatusRecord, call: Call): boolean {
  const { status_categories, active, default: isDefault } = call.query;
  return (
    (status_categories === undefined || status_categories.split(',').includes(status.status_category)) &&
    (active === undefined || flagOf(active) === status.active) &&
    (isDefault === undefined || flagOf(isDefault) === status.default)
  );
}
