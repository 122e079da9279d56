import { numberAt } from '../../support/read.ts';
import { AGENT, ENGLISH, GERMAN } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

export const identities: Area = async (walk) => {
  const at = { id: ENGLISH };
  const identity = { type: 'email', value: 'eve.work@mail.example' };
  const made = await walk.step('POST /users/:id/identities', { at, body: { identity } });
  const one = { ...at, identity: numberAt(made, 'identity.id') };
  await walk.step('GET /users/:id/identities', { at });
  await walk.step('GET /users/:id/identities/:identity', { at: one });
  await walk.step('PUT /users/:id/identities/:identity', { at: one, body: { identity: { verified: true } } });
  await walk.step('PUT /users/:id/identities/:identity/request_verification', { at: one });
  await walk.step('PUT /users/:id/identities/:identity/verify', { at: one });
  const first = numberAt(await walk.step('GET /users/:id/identities', { at }), 'identities.0.id');
  await walk.step('PUT /users/:id/identities/:identity/make_primary', { at: one });
  await walk.step('DELETE /users/:id/identities/:identity', { at: { ...at, identity: first } });
};

export const userTags: Area = async (walk) => {
  const at = { id: ENGLISH };
  await walk.step('POST /users/:id/tags', { at, body: { tags: ['vip', 'old'] } });
  await walk.step('PUT /users/:id/tags', { at, body: { tags: ['new'] } });
  await walk.step('GET /users/:id/tags', { at });
  await walk.step('DELETE /users/:id/tags', { at, body: { tags: ['old'] } });
  await walk.step('PUT /tickets/:id/tags', { at: { id: 101 }, body: { tags: ['vip'] } });
  await walk.step('GET /tags/count');
  await walk.step('GET /autocomplete/tags', { query: { name: 'vi' } });
};

export const userWrites: Area = async (walk) => {
  const users = [{ name: 'Many One', email: 'many1@mail.example' }];
  await walk.step('POST /users/create_or_update_many', { body: { users } });
  await walk.step('GET /users/:id/related', { at: { id: AGENT } });
  await walk.step('GET /users/:id/groups/count', { at: { id: AGENT } });
  await walk.step('PUT /users/:id/merge', { at: { id: GERMAN }, body: { user: { id: ENGLISH } } });
};
