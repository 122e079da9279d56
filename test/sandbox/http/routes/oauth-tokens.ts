import { stampOf } from '../../account/stamp.ts';
import { idOf, wordsOf } from '../../json.ts';
import { DEFAULT_LIFETIME_S } from '../../oauth/lifetime.ts';
import type { AccessToken } from '../../oauth/tokens.ts';
import { apiUrl } from '../../present/url.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { role: 'admin' };
/** So much of a token is shown once it has been handed out. */
const SHOWN = 10;

/** `/oauth/tokens`: the tokens that hold, to be listed and revoked. The tokens themselves come from `/oauth/tokens` beside the API. */
export function oauthTokenRoutes(route: Route, deps: ApiDeps): void {
  const { account, tokens } = deps;
  const present = (one: AccessToken, token = one.token.slice(0, SHOWN)) => ({
    url: apiUrl(account, `oauth/tokens/${one.id}`),
    id: one.id,
    client_id: tokens.client(one.clientId)?.id ?? null,
    user_id: one.userId,
    scopes: one.scopes,
    token,
    refresh_token: null,
    refresh_token_expires_at: null,
    created_at: stampOf(one.createdAt),
    used_at: one.usedAt === null ? null : stampOf(one.usedAt),
    expires_at: stampOf(one.expiresAt),
  });
  const current = (call: Call) =>
    found(tokens.find((call.header('authorization') ?? '').replace(/^bearer /i, '')));
  const one = (call: Call) => found(tokens.tokens().find((token) => token.id === call.id('id')));
  const asked = (call: Call) => {
    const clientId = idOf(call.query.client_id);
    const client = clientId === undefined ? undefined : tokens.clientById(clientId)?.identifier;
    return tokens
      .tokens()
      .filter((token) => call.query.all === 'true' || token.userId === call.user.id)
      .filter((token) => clientId === undefined || token.clientId === client);
  };
  route('get', '/oauth/tokens', RULE, (call) =>
    ok(paged(call, 'tokens', asked(call), { account, present: (token) => present(token) })),
  );
  route('post', '/oauth/tokens', RULE, (call) => {
    const body = bodyOf(call, 'token');
    const client = found(tokens.clientById(idOf(body.client_id) ?? 0));
    const scopes = wordsOf(body.scopes);
    const issued = tokens.issue(client, scopes.length > 0 ? scopes : ['read', 'write'], DEFAULT_LIFETIME_S);
    return created({ token: present(issued, issued.token) });
  });
  // Whoever holds a token may ask for it and end it, whatever they are.
  route('get', '/oauth/tokens/current', { role: 'end-user' }, (call) =>
    ok({ token: present(current(call)) }),
  );
  route('delete', '/oauth/tokens/current', { role: 'end-user' }, (call) => {
    tokens.revoke(current(call));
    return noContent();
  });
  route('get', '/oauth/tokens/:id', RULE, (call) => ok({ token: present(one(call)) }));
  route('delete', '/oauth/tokens/:id', RULE, (call) => {
    tokens.revoke(one(call));
    return noContent();
  });
}
