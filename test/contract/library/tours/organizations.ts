import { expect } from 'vitest';
import { numberAt, textAt } from '../../support/read.ts';
import { ACME, CC } from '../../support/rich-seed.ts';
import { ENGLISH, GERMAN } from '../../support/seed.ts';
import { GONE, idIn, type Tour } from './tour.ts';

export const organizations: Tour = async (run) => {
  expect(await run('organizations.list')).toMatchObject([{ id: ACME }, { id: CC }]);
  expect(await run('organizations.show', ACME)).toMatchObject({ result: { name: 'Acme' } });
  expect(await run('organizations.showMany', [ACME, CC])).toMatchObject([{ id: ACME }, { id: CC }]);
  expect(await run('organizations.showManyByExternalIds', ['cc-1'])).toMatchObject([{ id: CC }]);
  expect(await run('organizations.listByUser', GERMAN)).toMatchObject([{ id: ACME }]);
  expect(await run('organizations.related', ACME)).toMatchObject({
    result: { organization_related: { users_count: 1 } },
  });
  expect(await run('organizations.search', 'acme-1')).toMatchObject([{ id: ACME }]);
  expect(await run('organizations.autocomplete', { name: 'Ac' })).toMatchObject([{ id: ACME }]);
  expect(await run('users.listByOrganization', ACME)).toMatchObject([{ id: GERMAN }]);
  // The library looks for the number in a list, where it isn't.
  expect(await run('organizations.count')).toBeUndefined();
};

export const organizationWrites: Tour = async (run) => {
  const done = async (started: unknown) => {
    const id = textAt(started, 'result.job_status.id');
    expect(await run('jobstatuses.watch', id, 5, 50)).toMatchObject({ status: 'completed' });
  };
  const id = idIn(await run('organizations.create', { organization: { name: 'New', external_id: 'n-1' } }));
  expect(await run('organizations.update', id, { organization: { notes: 'Note' } })).toMatchObject({
    result: { notes: 'Note' },
  });
  const again = { organization: { name: 'Newer', external_id: 'n-1' } };
  expect(await run('organizations.createOrUpdate', again)).toMatchObject({ result: { id, name: 'Newer' } });
  expect(await run('organizations.upsert', again)).toMatchObject({ result: { id } });
  await done(await run('organizations.createMany', { organizations: [{ name: 'Many' }] }));
  await done(await run('organizations.updateMany', { organizations: [{ id, notes: 'All' }] }));
  expect(await run('organizations.show', id)).toMatchObject({ result: { notes: 'All' } });
  await done(await run('organizations.bulkDelete', [CC]));
  await done(await run('organizations.bulkDeleteByExternalId', ['n-1']));
  expect(await run('organizations.delete', ACME)).toMatchObject(GONE);
  expect(await run('organizations.list')).toMatchObject([{ name: 'Many' }]);
};

export const organizationMemberships: Tour = async (run) => {
  const pair = { user_id: ENGLISH, organization_id: ACME };
  const id = numberAt(await run('organizationmemberships.create', pair), 'result.id');
  const other = await run('organizationmemberships.createByUser', ENGLISH, { ...pair, organization_id: CC });
  const second = numberAt(other, 'result.id');
  expect(await run('organizationmemberships.list')).toHaveLength(3);
  expect(await run('organizationmemberships.listByUser', ENGLISH)).toHaveLength(2);
  expect(await run('organizationmemberships.listByOrganization', ACME)).toHaveLength(2);
  expect(await run('organizationmemberships.show', id)).toMatchObject({ result: pair });
  await run('organizationmemberships.makeDefault', ENGLISH, second);
  expect(await run('organizationmemberships.show', second)).toMatchObject({ result: { default: true } });
  expect(await run('organizationmemberships.delete', id)).toMatchObject(GONE);
  await run('organizationmemberships.deleteMany', [second]);
  await run('organizationmemberships.createMany', [{ user_id: GERMAN, organization_id: CC }]);
};
