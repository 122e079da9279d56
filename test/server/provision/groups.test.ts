import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { applyPlan, planAccount } from '../../../server/provision/index.ts';
import { SETTINGS, startProvisioned, type TestAccount } from './account.ts';

let account: TestAccount;
beforeAll(async () => {
  account = await startProvisioned();
});
afterAll(() => account.sandbox.stop());

const planFor = (leadGroups: readonly string[]) => planAccount(account.rest, { ...SETTINGS, leadGroups });
const groups = async () =>
  z
    .array(z.looseObject({ id: z.number(), name: z.string() }))
    .parse(await account.rest.list('groups', 'groups'));

it('a group of team leads is made where the account has none of that name, and left alone from then on', async () => {
  const plan = await planFor(['complaints', 'Complaints: leads']);
  expect(plan.objects.filter(({ kind }) => kind === 'group')).toMatchObject([
    { title: 'Complaints', status: 'unchanged' },
    {
      title: 'Complaints: leads',
      status: 'create',
      notes: [expect.stringContaining('People > Team > Groups')],
    },
  ]);
  await applyPlan(account.rest, plan);
  expect((await groups()).map(({ name }) => name)).toEqual(['Complaints', 'Complaints: leads']);
  expect((await planFor(['Complaints', 'Complaints: leads'])).steps).toEqual([]);
});

it('a group that is named by an id is known by it, and can’t be made', async () => {
  const [own] = await groups();
  expect((await planFor([String(own?.id)])).steps).toEqual([]);
  const plan = await planFor(['4711']);
  await expect(applyPlan(account.rest, plan)).rejects.toThrow(/4711.*LEAD_GROUPS.*no such group/u);
});
