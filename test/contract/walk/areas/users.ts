import { numberAt } from '../../support/read.ts';
import { AGENT, ENGLISH, GERMAN } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

export const users: Area = async (walk) => {
  await walk.step('GET /users/me');
  await walk.step('GET /users', { query: { 'page[size]': 2 } });
  await walk.step('GET /users', { query: { per_page: 2, role: 'agent' } });
  await walk.step('GET /users/count');
  await walk.step('GET /users/show_many', { query: { ids: `${AGENT},${ENGLISH}` } });
  await walk.step('GET /users/search', { query: { query: 'eve' } });
  await walk.step('GET /users/autocomplete', { query: { name: 'Ger' } });
  const made = await walk.step('POST /users', {
    body: { user: { name: 'New Person', email: 'new@mail.example', role: 'end-user' } },
  });
  const id = numberAt(made, 'user.id');
  await walk.step('POST /users/create_or_update', {
    body: { user: { name: 'Newer Person', email: 'new@mail.example' } },
    status: 200,
  });
  await walk.step('POST /users/create_or_update', {
    body: { user: { name: 'Another', email: 'another@mail.example' } },
    status: 201,
  });
  await walk.step('GET /users/:id', { at: { id } });
  await walk.step('PUT /users/:id', { at: { id }, body: { user: { notes: 'Rings often' } } });
  await walk.step('GET /users/:id/groups', { at: { id: AGENT } });
  await walk.step('GET /users/:id/group_memberships', { at: { id: AGENT } });
  await walk.step('GET /users/:id/tickets/requested', { at: { id: GERMAN } });
  await walk.step('GET /users/:id/tickets/assigned', { at: { id: AGENT } });
  await walk.step('DELETE /users/:id', { at: { id } });
};
