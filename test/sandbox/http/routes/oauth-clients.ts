import { stampOf } from '../../account/stamp.ts';
import { blank, recordInvalid } from '../../fault.ts';
import { idOf, type JsonObject, listOf, textOf, wordsOf } from '../../json.ts';
import { newClientSecret, type OAuthClient } from '../../oauth/tokens.ts';
import { apiUrl } from '../../present/url.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { paged } from '../paging.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { role: 'admin' };

/** `/oauth/clients`: the clients of the account. The secret is shown when it is made and never again in full. */
export function oauthClientRoutes(route: Route, deps: ApiDeps): void {
  const { account, tokens } = deps;
  const client = (call: Call) => found(tokens.clientById(call.id('id')));
  const present = (one: OAuthClient, secret = `${one.secret.slice(0, 10)}...`) => ({
    url: apiUrl(account, `oauth/clients/${one.id}`),
    id: one.id,
    identifier: one.identifier,
    name: one.name,
    company: one.company,
    kind: one.kind,
    redirect_uri: one.redirectUris,
    global: false,
    logo_url: null,
    secret,
    user_id: one.userId,
    created_at: stampOf(one.createdAt),
    updated_at: stampOf(one.updatedAt),
  });
  const save = (saved: OAuthClient) => {
    tokens.addClient(saved);
    return saved;
  };
  for (const path of ['/oauth/clients', '/users/me/oauth/clients'])
    route('get', path, RULE, (call) =>
      ok(paged(call, 'clients', tokens.clients(), { account, present: (one) => present(one) })),
    );
  route('get', '/oauth/clients/:id', RULE, (call) => ok({ client: present(client(call)) }));
  route('post', '/oauth/clients', RULE, (call) => {
    const made = save(readClient(deps, call, bodyOf(call, 'client')));
    return created({ client: present(made, made.secret) });
  });
  route('put', '/oauth/clients/:id', RULE, (call) => {
    const known = client(call);
    return ok({ client: present(save(readClient(deps, call, bodyOf(call, 'client'), known))) });
  });
  // Tokens that were issued go on; new ones need the new secret.
  route('put', '/oauth/clients/:id/generate_secret', RULE, (call) => {
    const changed = save({ ...client(call), secret: newClientSecret(), updatedAt: Date.now() });
    return ok({ client: present(changed, changed.secret) });
  });
  route('delete', '/oauth/clients/:id', RULE, (call) => {
    tokens.removeClient(client(call));
    return noContent();
  });
}

/** Reads a client, new or updated. @throws Fault 422 */
function readClient(
  { account, tokens }: ApiDeps,
  call: Call,
  body: JsonObject,
  known?: OAuthClient,
): OAuthClient {
  const identifier = textOf(body.identifier) ?? known?.identifier;
  if (!identifier) throw blank('identifier', 'Unique identifier');
  const other = tokens.client(identifier);
  if (other && other.id !== known?.id)
    throw recordInvalid({
      identifier: [{ description: 'Unique identifier: has already been taken', error: 'DuplicateValue' }],
    });
  const userId = idOf(body.user_id) ?? known?.userId ?? call.user.id;
  if (!account.users.has(userId))
    throw recordInvalid({ user: [{ description: 'User: is invalid', error: 'InvalidValue' }] });
  const uris =
    'redirect_uri' in body
      ? wordsOf(listOf(body.redirect_uri).length > 0 ? listOf(body.redirect_uri) : body.redirect_uri)
      : undefined;
  return {
    id: known?.id ?? account.ids.next(),
    identifier,
    name: textOf(body.name) ?? known?.name ?? identifier,
    company: textOf(body.company) ?? known?.company ?? null,
    kind:
      body.kind === 'public' || body.kind === 'confidential' ? body.kind : (known?.kind ?? 'confidential'),
    redirectUris: uris ?? known?.redirectUris ?? [],
    secret: known?.secret ?? newClientSecret(),
    userId,
    createdAt: known?.createdAt ?? Date.now(),
    updatedAt: Date.now(),
  };
}
