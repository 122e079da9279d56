import type { AccountSnapshot } from '../account/snapshot.ts';
import type { ProvisionSettings } from '../plan-types.ts';
import type { ObjectRef } from '../refs.ts';
import { type Compared, compared, sameTitle } from './entry.ts';

const DESCRIPTION = 'Team leads for complaints: sees every case in Complaint Clock (LEAD_GROUPS).';

/** Zendesk's screen where people are put into a group. */
const WHERE = 'Admin Center > People > Team > Groups';

const isId = (name: string): boolean => /^\d+$/u.test(name);

/**
 * The groups of team leads that the settings name: each is made where the account has none of that name, and is the
 * account's own from then on. An id that no group has can't be made.
 */
export function compareGroups(account: AccountSnapshot, { leadGroups = [] }: ProvisionSettings): Compared[] {
  return leadGroups.map((wanted): Compared => {
    const ref: ObjectRef = `group:${wanted}`;
    const found = account.groups.find(({ id, name }) =>
      isId(wanted) ? String(id) === wanted : sameTitle(name, wanted),
    );
    const group = { name: wanted, description: DESCRIPTION };
    return compared({
      ref,
      title: wanted,
      found: found && { id: found.id, title: found.name },
      differences: [],
      notes: found ? [] : [`nobody is in it yet: ${WHERE}`],
      blockedBy:
        !found && isId(wanted)
          ? [`is named by its id in LEAD_GROUPS, and the account has no such group: see ${WHERE}`]
          : [],
      writes: () => [{ method: 'post', path: 'groups', body: { group }, envelope: 'group' }],
    });
  });
}
