import { expect, it } from 'vitest';
import { seesAll } from '../../../server/case-file/visible.ts';
import { ZendeskError } from '../../../server/zendesk/errors.ts';
import type { Staff } from '../../../server/zendesk/staff.ts';

const [OWN, PUBLIC, PRIVATE, GONE] = [1, 2, 3, 4];
const GROUPS = new Map([
  [OWN, false],
  [PUBLIC, true],
  [PRIVATE, false],
]);
const rest = {
  get: async (path: string): Promise<unknown> => {
    const id = Number(path.split('/').at(-1));
    if (!GROUPS.has(id)) throw new ZendeskError('none', { code: 'not_found', effect: 'none' });
    return { group: { id, is_public: GROUPS.get(id) } };
  },
};
const agent = (ticketAccess: Staff['ticketAccess']): Staff => ({
  id: 7,
  role: 'agent',
  active: true,
  suspended: false,
  isLight: false,
  customRole: undefined,
  ticketAccess,
  organizationId: 50,
  groupIds: [OWN],
});
const ticket = (groupId: number | null, more: { assigneeId?: number; organizationId?: number } = {}) => ({
  groupId,
  assigneeId: null,
  organizationId: null,
  ...more,
});

it.each([
  ['all', 'of a public group', ticket(PUBLIC), true],
  ['all', 'of no group', ticket(null), true],
  ['all', 'of a private group of theirs', ticket(OWN), true],
  ['all', 'of a private group of others', ticket(PRIVATE), false],
  ['all', 'of a group that Zendesk no longer has', ticket(GONE), false],
  ['all', 'of a private group, and their own', ticket(PRIVATE, { assigneeId: 7 }), true],
  ['groups', 'of their group', ticket(OWN), true],
  ['groups', 'of a public group of others', ticket(PUBLIC), false],
  ['groups', 'of no group', ticket(null), false],
  ['assigned', 'of their group', ticket(OWN), false],
  ['assigned', 'of their own', ticket(PUBLIC, { assigneeId: 7 }), true],
  ['organization', 'of their organisation', ticket(PUBLIC, { organizationId: 50 }), true],
  ['organization', 'of another organisation', ticket(OWN, { organizationId: 51 }), false],
  ['organization', 'of no organisation', ticket(PUBLIC), false],
  [
    'organization',
    'of their organisation, in a private group',
    ticket(PRIVATE, { organizationId: 50 }),
    false,
  ],
  ['unknown', 'of their own', ticket(OWN, { assigneeId: 7 }), false],
] as const)('an agent with access "%s" and a ticket %s: %s', async (access, _what, one, expected) => {
  expect(await seesAll(agent(access), [one], rest)).toBe(expected);
});

it('takes all tickets of a case, and a person that there is', async () => {
  expect(await seesAll(agent('all'), [ticket(PUBLIC), ticket(PRIVATE)], rest)).toBe(false);
  expect(await seesAll(undefined, [ticket(PUBLIC)], rest)).toBe(false);
});
