import { blank } from '../../fault.ts';
import { idOf, textOf } from '../../json.ts';
import { newClientSecret, type OAuthClient } from '../../oauth/tokens.ts';
import { apiUrl } from '../../present/url.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { paged } from '../paging.ts';
import { created, ok, type Route } from '../route.ts';

/** `/oauth/clients`: the clients of the account. The secret is shown once, when the client is made. */
export function oauthClientRoutes(route: Route, deps: ApiDeps): void {
  const { account, tokens } = deps;
  const present = ({ secret: _secret, userId, ...client }: OAuthClient) => ({
    url: apiUrl(account, `oauth/clients/${client.id}`),
    ...client,
    user_id: userId,
    kind: 'confidential',
    global: false,
  });
  route('get', '/oauth/clients', { role: 'admin' }, (call) =>
    ok(paged(call, 'clients', tokens.clients(), { account, present })),
  );
  route('post', '/oauth/clients', { role: 'admin' }, (call) => {
    const body = bodyOf(call, 'client');
    const identifier = textOf(body.identifier);
    if (!identifier) throw blank('identifier', 'Unique identifier');
    const client = {
      id: account.ids.next(),
      identifier,
      name: textOf(body.name) ?? identifier,
      secret: newClientSecret(),
      userId: idOf(body.user_id) ?? call.user.id,
    };
    tokens.addClient(client);
    return created({ client: { ...present(client), secret: client.secret } });
  });
}
