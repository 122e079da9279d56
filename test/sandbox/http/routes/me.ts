import type express from 'express';
import { outOfScope, unauthorized } from '../../fault.ts';
import { scopeAllows } from '../../oauth/scopes.ts';
import { anonymousUser, presentUser } from '../../present/user.ts';
import { type IdentityDeps, identify } from '../identity.ts';
import type { RequestLog } from '../request-log.ts';
import { type ListedRoute, sendFault } from '../route.ts';

/** `/users/me`, which answers 200 to anybody: without credentials it is "Anonymous user". */
export function meRoute(
  router: express.Router,
  deps: IdentityDeps & { log: RequestLog; routes: ListedRoute[] },
): void {
  deps.routes.push({ route: 'GET /users/me', role: 'anonymous', scope: 'users' });
  router.get('/users/me', (req, res) => {
    const identity = identify(deps, req);
    const facts = deps.log.facts(req);
    facts.endpoint = 'GET /api/v2/users/me';
    if (identity.kind === 'refused') return sendFault(res, unauthorized());
    if (identity.kind === 'anonymous') return void res.json({ user: anonymousUser(deps.account) });
    facts.userId = identity.user.id;
    if (identity.kind === 'token' && !scopeAllows(identity.scopes, 'read', 'users'))
      return sendFault(res, outOfScope('read'));
    res.json({ user: { ...presentUser(deps.account, identity.user), authenticity_token: 'sandbox' } });
  });
}
