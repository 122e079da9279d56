import type { CustomRoleRecord } from '../../account/records.ts';
import { recordInvalid } from '../../fault.ts';
import { presentRole } from '../../present/role.ts';
import { readRole } from '../../users/read-role.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';

/** `/custom_roles`: what agents may do, beyond Zendesk's own roles. Not paged. */
export function customRoleRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const role = (call: Call) => found(account.customRoles.get(call.id('id')));
  const present = (one: CustomRoleRecord) => presentRole(account, one);
  route('get', '/custom_roles', {}, () =>
    ok({
      custom_roles: [...account.customRoles.values()].map(present),
      next_page: null,
      previous_page: null,
      count: account.customRoles.size,
    }),
  );
  route('get', '/custom_roles/:id', {}, (call) => ok({ custom_role: present(role(call)) }));
  route('post', '/custom_roles', { role: 'admin' }, (call) => {
    const made = readRole(account, newBodyOf(call, 'custom_role'));
    account.customRoles.set(made.id, made);
    return ok({ custom_role: present(made) });
  });
  route('put', '/custom_roles/:id', { role: 'admin' }, (call) => {
    const known = role(call);
    const changed = readRole(account, bodyOf(call, 'custom_role'), known);
    account.customRoles.set(changed.id, changed);
    return ok({ custom_role: present(changed) });
  });
  route('delete', '/custom_roles/:id', { role: 'admin' }, (call) => {
    const known = role(call);
    const held = [...account.users.values()].some((user) => user.custom_role_id === known.id && user.active);
    if (held) {
      const description = 'Role: is held by agents and cannot be deleted';
      throw recordInvalid({ base: [{ description, error: 'InvalidValue' }] });
    }
    account.customRoles.delete(known.id);
    return noContent();
  });
}
