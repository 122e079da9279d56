import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

export const oauthClients: Area = async (walk) => {
  const client = { name: 'Another', identifier: 'another_client', kind: 'confidential' };
  const made = await walk.step('POST /oauth/clients', { body: { client } });
  const at = { id: numberAt(made, 'client.id') };
  await walk.step('GET /oauth/clients');
  await walk.step('GET /users/me/oauth/clients');
  await walk.step('GET /oauth/clients/:id', { at });
  await walk.step('PUT /oauth/clients/:id', { at, body: { client: { company: 'Acme' } } });
  await walk.step('PUT /oauth/clients/:id/generate_secret', { at });
  await walk.step('DELETE /oauth/clients/:id', { at });
};

/** The last step ends the token that the walk itself holds. */
export const oauthTokens: Area = async (walk) => {
  const client_id = numberAt(await walk.step('GET /oauth/clients'), 'clients.0.id');
  const made = await walk.step('POST /oauth/tokens', { body: { token: { client_id, scopes: ['read'] } } });
  const at = { id: numberAt(made, 'token.id') };
  await walk.step('GET /oauth/tokens');
  await walk.step('GET /oauth/tokens/:id', { at });
  await walk.step('DELETE /oauth/tokens/:id', { at });
  await walk.step('GET /oauth/tokens/current');
  await walk.step('DELETE /oauth/tokens/current');
};
