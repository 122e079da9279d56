import { type Account, isAgent } from '../../account/account.ts';
import type { UserRecord } from '../../account/records.ts';
import { forbidden } from '../../fault.ts';
import { idOf, isObject, type JsonObject, listOf, objectOf, textOf } from '../../json.ts';
import { presentUser } from '../../present/user.ts';
import { addIdentity, userOfAddress } from '../../users/identities.ts';
import { mergeUsers } from '../../users/merge.ts';
import { readUser } from '../../users/read-user.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { lineOf } from '../jobs.ts';
import { limitIds } from '../many.ts';
import { ENDPOINT_BUDGETS, spendEndpoint } from '../rate-limits.ts';
import { type Call, created, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'users' };

/** Creating, updating, merging and deleting users. Agents write customers; only administrators write agents. */
export function userWriteRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const put = (user: UserRecord, email?: unknown) => {
    account.users.set(user.id, user);
    addAddress(account, user, textOf(email)?.trim());
    return { user: presentUser(account, user) };
  };
  route('post', '/users', RULE, (call) => {
    const user = readUser(account, newBodyOf(call, 'user'));
    mayWrite(call.user, user);
    return created(put(user));
  });
  route('post', '/users/create_or_update', RULE, (call) => {
    const { user, known } = upserted(deps, call, newBodyOf(call, 'user'));
    return { status: known ? 200 : 201, body: put(user, objectOf(call.body.user).email) };
  });
  route('post', '/users/create_or_update_many', RULE, (call) => {
    const bodies = limitIds(listOf(call.body.users).filter(isObject), 'users');
    const steps = bodies.map((body) => () => {
      const { user, known } = upserted(deps, call, body);
      return lineOf(user.id, known ? 'update' : 'create', () => void put(user, body.email));
    });
    return deps.jobs.add('Bulk Upsert User', steps);
  });
  route('put', '/users/:id', RULE, (call) => {
    const known = found(account.users.get(call.id('id')));
    spendEndpoint(deps.limiter, call, {
      endpoint: 'users-update',
      whose: `${known.id} by ${call.user.id}`,
      budget: ENDPOINT_BUDGETS.userUpdate,
    });
    mayWrite(call.user, known);
    const user = readUser(account, bodyOf(call, 'user'), known);
    mayWrite(call.user, user);
    return ok(put(user, objectOf(call.body.user).email));
  });
  goneRoutes(route, deps);
}

function goneRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('put', '/users/:id/merge', RULE, (call) => {
    const from = found(account.users.get(call.id('id')));
    const into = found(account.users.get(idOf(objectOf(call.body.user).id) ?? 0));
    return ok({ user: presentUser(account, mergeUsers(account, from, into)) });
  });
  route('delete', '/users/:id', RULE, (call) => {
    const known = found(account.users.get(call.id('id')));
    mayWrite(call.user, known);
    const user = { ...known, active: false, updated_at: account.stamp() };
    account.users.set(user.id, user);
    return ok({ user: presentUser(account, user) });
  });
}

/** The user that an address or an external id names, changed; or a new one. */
function upserted(deps: ApiDeps, call: Call, body: JsonObject) {
  const { account } = deps;
  const external = textOf(body.external_id)?.toLowerCase();
  const email = textOf(body.email);
  const known =
    (email === undefined ? undefined : userOfAddress(account, email)) ??
    (external === undefined
      ? undefined
      : [...account.users.values()].find((one) => one.external_id?.toLowerCase() === external));
  if (known) mayWrite(call.user, known);
  const user = readUser(account, body, known);
  mayWrite(call.user, user);
  return { user, known };
}

/** Agents, those there are and those to be, are written by administrators. @throws Fault 403 */
function mayWrite(by: UserRecord, user: UserRecord): void {
  if (isAgent(user) && by.role !== 'admin' && by.id !== user.id) throw forbidden();
}

/** A further address of a user who has one already. */
function addAddress(account: Account, user: UserRecord, address: string | undefined): void {
  if (!address || userOfAddress(account, address)) return;
  addIdentity(account, user, { type: 'email', value: address });
}
