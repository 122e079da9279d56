import { expect } from 'vitest';
import { numberAt, textAt } from '../../support/read.ts';
import { AGENT, ENGLISH, NO_MAIL, OTHER_AGENT, SERVICE, SUPPORT } from '../../support/seed.ts';
import { GONE, idIn, type Tour } from './tour.ts';

export const users: Tour = async (run) => {
  expect(await run('users.me')).toMatchObject({ result: { name: 'Service Seat' } });
  expect(await run('users.auth')).toMatchObject({ result: { id: SERVICE } });
  expect(await run('users.list')).toEqual(expect.arrayContaining([expect.objectContaining({ id: ENGLISH })]));
  expect(await run('users.listWithFilter', 'role', 'admin')).toMatchObject([{ id: SERVICE }]);
  expect(await run('users.listByGroup', SUPPORT)).toMatchObject([{ id: SERVICE }, { id: AGENT }]);
  expect(await run('users.show', ENGLISH)).toMatchObject({ result: { email: 'eve@mail.example' } });
  expect(await run('users.showMany', [AGENT, ENGLISH])).toMatchObject({
    result: [{ id: AGENT }, { id: ENGLISH }],
  });
  expect(await run('users.search', { query: 'gerd' })).toMatchObject([{ name: 'Gerd Kunde' }]);
  const made = await run('users.create', { user: { name: 'New Person', email: 'new@mail.example' } });
  const id = idIn(made);
  const again = { user: { name: 'Newer Person', email: 'new@mail.example' } };
  expect(await run('users.createOrUpdate', again)).toMatchObject({ result: { id, name: 'Newer Person' } });
  expect(await run('users.update', id, { user: { notes: 'Rings' } })).toMatchObject({
    result: { notes: 'Rings' },
  });
  expect(await run('users.suspend', id)).toMatchObject({ result: { suspended: true } });
  expect(await run('users.unsuspend', id)).toMatchObject({ result: { suspended: false } });
  expect(await run('users.delete', id)).toMatchObject({ result: { active: false } });
};

export const groups: Tour = async (run) => {
  expect(await run('groups.list')).toMatchObject([{ name: 'Support' }, { name: 'Billing' }]);
  expect(await run('groups.assignable')).toHaveLength(2);
  expect(await run('groups.show', SUPPORT)).toMatchObject({ result: { name: 'Support' } });
  const id = idIn(await run('groups.create', { group: { name: 'Complaints' } }));
  expect(await run('groups.show', id)).toMatchObject({ result: { name: 'Complaints' } });
  expect(await run('groups.update', id, { group: { name: 'Formal' } })).toMatchObject({
    result: { name: 'Formal' },
  });
  expect(await run('groups.count')).toMatchObject({ result: { count: { value: 3 } } });
  expect(await run('groups.delete', id)).toMatchObject(GONE);
};

export const groupMemberships: Tour = async (run) => {
  expect(await run('groupmemberships.listAssignable')).toHaveLength(3);
  expect(await run('groupmemberships.listAssignableByGroup', SUPPORT)).toHaveLength(2);
  expect(await run('groupmemberships.listByGroup', SUPPORT)).toHaveLength(2);
  expect(await run('groupmemberships.listByUser', OTHER_AGENT)).toHaveLength(1);
  const membership = { group_membership: { user_id: OTHER_AGENT, group_id: SUPPORT } };
  const made = await run('groupmemberships.create', membership);
  expect(await run('groupmemberships.list')).toHaveLength(4);
  expect(await run('groupmemberships.show', idIn(made))).toMatchObject({ result: { user_id: OTHER_AGENT } });
  await run('groupmemberships.makeDefault', OTHER_AGENT, idIn(made));
  expect(await run('groupmemberships.show', idIn(made))).toMatchObject({ result: { default: true } });
  expect(await run('groupmemberships.delete', idIn(made))).toMatchObject(GONE);
  expect(await run('groupmemberships.list')).toHaveLength(3);
};

export const identities: Tour = async (run) => {
  const identity = { type: 'email', value: 'eve.work@mail.example' };
  const id = idIn(await run('useridentities.create', ENGLISH, identity));
  expect(await run('useridentities.list', ENGLISH)).toHaveLength(2);
  expect(await run('useridentities.show', ENGLISH, id)).toMatchObject({ result: { value: identity.value } });
  await run('useridentities.verify', ENGLISH, id);
  await run('useridentities.update', ENGLISH, id, { identity: { verified: true } });
  expect(await run('useridentities.show', ENGLISH, id)).toMatchObject({ result: { verified: true } });
  // Done, and an error to the library: it reads the empty reply as JSON.
  await expect(run('useridentities.requestVerification', ENGLISH, id)).rejects.toThrow('end of JSON input');
  await run('useridentities.makePrimary', ENGLISH, id);
  expect(await run('users.show', ENGLISH)).toMatchObject({ result: { email: identity.value } });
  const spare = idIn(
    await run('useridentities.create', ENGLISH, { type: 'email', value: 'e3@mail.example' }),
  );
  expect(await run('useridentities.delete', ENGLISH, spare)).toMatchObject(GONE);
};

export const manyUsers: Tour = async (run) => {
  await run('users.setTags', ENGLISH, { tags: ['vip'] });
  await run('users.addTags', ENGLISH, { tags: ['old'] });
  const both = [{ tags: expect.toSatisfy((tags: string[]) => tags.toSorted().join() === 'old,vip') }];
  expect(await run('users.listTags', ENGLISH)).toMatchObject(both);
  // The library throws the body of a delete away, so this takes nothing off.
  await run('users.removeTags', ENGLISH, { tags: ['old'] });
  expect(await run('users.listTags', ENGLISH)).toMatchObject(both);
  const users = [{ name: 'Many One', email: 'many1@mail.example' }];
  const job = textAt(await run('users.createOrUpdateMany', { users }), 'result.job_status.id');
  expect(await run('jobstatuses.watch', job, 5, 50)).toMatchObject({ status: 'completed' });
  expect(await run('users.search', { query: 'many1@mail.example' })).toMatchObject([{ name: 'Many One' }]);
  expect(await run('groups.countByUser', AGENT)).toMatchObject({ result: { count: { value: 1 } } });
  expect(await run('users.merge', NO_MAIL, ENGLISH)).toMatchObject({ result: { id: ENGLISH } });
};

export const roles: Tour = async (run) => {
  const made = await run('customagentroles.create', { name: 'Reader', configuration: {} });
  const id = numberAt(made, 'result.custom_role.id');
  expect(await run('customagentroles.list')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, name: 'Reader' })]),
  );
  await run('customagentroles.update', id, { description: 'Reads only' });
  expect(await run('customagentroles.show', id)).toMatchObject({
    result: { custom_role: { description: 'Reads only' } },
  });
  expect(await run('customagentroles.delete', id)).toMatchObject(GONE);
};
