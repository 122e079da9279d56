import { numberAt } from '../../support/read.ts';
import { ACME, CC } from '../../support/rich-seed.ts';
import { ENGLISH, GERMAN } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

export const organizations: Area = async (walk) => {
  const at = { id: ACME };
  await walk.step('GET /organizations');
  await walk.step('GET /organizations', { query: { 'page[size]': 1 } });
  await walk.step('GET /organizations/count');
  await walk.step('GET /organizations/search', { query: { external_id: 'acme-1' } });
  await walk.step('GET /organizations/autocomplete', { query: { name: 'Ac' } });
  await walk.step('GET /organizations/show_many', { query: { ids: ACME } });
  for (const rest of ['', '/related', '/users', '/users/count', '/tickets', '/tickets/count'])
    await walk.step(`GET /organizations/:id${rest}`, { at });
  await walk.step('GET /users/:id/organizations', { at: { id: GERMAN } });
};

export const organizationWrites: Area = async (walk) => {
  const made = await walk.step('POST /organizations', { body: { organization: { name: 'New one' } } });
  const at = { id: numberAt(made, 'organization.id') };
  await walk.step('PUT /organizations/:id', { at, body: { organization: { notes: 'Important' } } });
  const organization = { name: 'Newer', external_id: 'new-1' };
  await walk.step('POST /organizations/create_or_update', { body: { organization } });
  await walk.step('POST /organizations/create_many', { body: { organizations: [{ name: 'One of many' }] } });
  await walk.step('PUT /organizations/update_many', {
    query: { ids: at.id },
    body: { organization: { notes: 'All' } },
  });
  await walk.step('DELETE /organizations/destroy_many', { query: { ids: CC } });
  await walk.step('POST /organizations/:id/tags', { at, body: { tags: ['red'] } });
  await walk.step('PUT /organizations/:id/tags', { at, body: { tags: ['blue'] } });
  await walk.step('GET /organizations/:id/tags', { at });
  await walk.step('DELETE /organizations/:id/tags', { at, body: { tags: ['red'] } });
  await walk.step('DELETE /organizations/:id', { at });
};

export const organizationMemberships: Area = async (walk) => {
  const membership = (user_id: number, organization_id: number) => ({ user_id, organization_id });
  const made = await walk.step('POST /organization_memberships', {
    body: { organization_membership: membership(ENGLISH, ACME) },
  });
  const id = numberAt(made, 'organization_membership.id');
  const other = await walk.step('POST /users/:id/organization_memberships', {
    at: { id: ENGLISH },
    body: { organization_membership: membership(ENGLISH, CC) },
  });
  const second = numberAt(other, 'organization_membership.id');
  await walk.step('GET /organization_memberships');
  await walk.step('GET /organization_memberships/:id', { at: { id } });
  await walk.step('GET /users/:id/organization_memberships', { at: { id: ENGLISH } });
  await walk.step('GET /organizations/:id/organization_memberships', { at: { id: ACME } });
  await walk.step('PUT /users/:id/organization_memberships/:membership/make_default', {
    at: { id: ENGLISH, membership: second },
  });
  await walk.step('DELETE /organization_memberships/:id', { at: { id } });
  await walk.step('DELETE /organization_memberships/destroy_many', { query: { ids: second } });
  await walk.step('POST /organization_memberships/create_many', {
    body: { organization_memberships: [membership(GERMAN, CC)] },
  });
};
