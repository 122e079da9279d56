import { isAgent } from '../../account/account.ts';
import type { IdentityRecord, UserRecord } from '../../account/records.ts';
import { forbidden, recordInvalid } from '../../fault.ts';
import { flagOf, textOf } from '../../json.ts';
import { presentIdentity } from '../../present/identity.ts';
import { addIdentity, change, identitiesOf, makePrimary } from '../../users/identities.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { emptyOk } from '../empty.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';

const RULE = { scope: 'users' };
const BASE = '/users/:id/identities';

/** `/users/{id}/identities`: the addresses and numbers of a user. */
export function identityRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const user = (call: Call) => found(account.users.get(call.id('id')));
  const present = { account, present: (one: IdentityRecord) => presentIdentity(account, one) };
  route('get', BASE, { ...RULE, role: 'end-user' }, (call) => {
    const whose = user(call);
    if (!isAgent(call.user) && call.user.id !== whose.id) throw forbidden();
    return ok(paged(call, 'identities', identitiesOf(account, whose), present));
  });
  route('post', BASE, RULE, (call) => {
    const made = addIdentity(account, editable(call.user, user(call)), bodyOf(call, 'identity'));
    return created({ identity: presentIdentity(account, made) });
  });
  oneRoutes(route, deps);
}

function oneRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const user = (call: Call) => found(account.users.get(call.id('id')));
  const identity = (call: Call) =>
    found(identitiesOf(account, user(call)).find((one) => one.id === call.id('identity')));
  const shown = (one: IdentityRecord) => ok({ identity: presentIdentity(account, one) });
  route('get', `${BASE}/:identity`, RULE, (call) => shown(identity(call)));
  route('put', `${BASE}/:identity`, RULE, (call) => {
    const known = identity(call);
    const whose = editable(call.user, user(call));
    const body = bodyOf(call, 'identity');
    const value = textOf(body.value) ?? known.value;
    if (known.primary && known.type === 'email')
      account.users.set(whose.id, { ...whose, email: value, updated_at: account.stamp() });
    return shown(change(account, known, { value, verified: flagOf(body.verified) ?? known.verified }));
  });
  route('put', `${BASE}/:identity/make_primary`, RULE, (call) => {
    makePrimary(account, editable(call.user, user(call)), identity(call));
    return ok(
      paged(call, 'identities', identitiesOf(account, user(call)), {
        account,
        present: (one) => presentIdentity(account, one),
      }),
    );
  });
  route('put', `${BASE}/:identity/verify`, RULE, (call) => {
    editable(call.user, user(call));
    return shown(change(account, identity(call), { verified: true }));
  });
  route('put', `${BASE}/:identity/request_verification`, RULE, (call) => {
    identity(call);
    return emptyOk();
  });
  route('delete', `${BASE}/:identity`, RULE, (call) => {
    editable(call.user, user(call));
    const known = identity(call);
    if (known.primary)
      throw recordInvalid({
        base: [{ description: 'Identity: the primary identity cannot be deleted', error: null }],
      });
    account.identities.delete(known.id);
    return noContent();
  });
}

/** Agents edit customers; other agents are edited by administrators. @throws Fault 403 */
function editable(by: UserRecord, user: UserRecord): UserRecord {
  if (isAgent(user) && by.role !== 'admin' && by.id !== user.id) throw forbidden();
  return user;
}
