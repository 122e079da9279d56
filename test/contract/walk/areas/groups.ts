import { numberAt } from '../../support/read.ts';
import { OTHER_AGENT, SUPPORT } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

export const groups: Area = async (walk) => {
  const at = { id: SUPPORT };
  await walk.step('GET /groups', { query: { 'page[size]': 1 } });
  await walk.step('GET /groups/assignable');
  await walk.step('GET /groups/count');
  await walk.step('GET /groups/autocomplete', { query: { name: 'Supp' } });
  await walk.step('GET /groups/:id', { at });
  await walk.step('GET /groups/:id/users', { at });
  await walk.step('GET /groups/:id/users/count', { at });
  const made = await walk.step('POST /groups', { body: { group: { name: 'Complaints' } } });
  const id = numberAt(made, 'group.id');
  await walk.step('PUT /groups/:id', { at: { id }, body: { group: { name: 'Formal complaints' } } });
  await walk.step('DELETE /groups/:id', { at: { id } });
};

export const groupMemberships: Area = async (walk) => {
  await walk.step('GET /group_memberships');
  await walk.step('GET /group_memberships/assignable');
  await walk.step('GET /groups/:id/memberships', { at: { id: SUPPORT } });
  await walk.step('GET /groups/:id/memberships/assignable', { at: { id: SUPPORT } });
  const made = await walk.step('POST /group_memberships', {
    body: { group_membership: { user_id: OTHER_AGENT, group_id: SUPPORT } },
  });
  const id = numberAt(made, 'group_membership.id');
  await walk.step('GET /group_memberships/:id', { at: { id } });
  await walk.step('PUT /users/:id/group_memberships/:membership/make_default', {
    at: { id: OTHER_AGENT, membership: id },
  });
  await walk.step('DELETE /group_memberships/:id', { at: { id } });
};
