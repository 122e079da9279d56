import { z } from 'zod';
import { createStore, type Store } from '../state/store.ts';

const membershipShape = z.object({ user_id: z.number(), group_id: z.number() });
const brandShape = z.object({
  id: z.number(),
  name: z.string(),
  subdomain: z.string().nullish(),
  brand_url: z.string().nullish(),
  has_help_center: z.boolean().default(false),
  active: z.boolean().default(true),
  default: z.boolean().default(false),
});

/** What apps may read of the account beyond what the workspace itself shows. */
export interface AccountFacts {
  /** Ids of a person's groups. */
  groupsOf: ReadonlyMap<number, readonly number[]>;
  brands: readonly z.infer<typeof brandShape>[];
}

const nothing: AccountFacts = { groupsOf: new Map(), brands: [] };

/** Reads the facts in the background; until they are here, they are empty. */
export function createAccountFacts(fetcher: typeof fetch): Store<AccountFacts> {
  const store = createStore(nothing);
  const read = async (path: string, key: string): Promise<unknown> => {
    const reply = await fetcher(`/api/v2/${path}.json?page[size]=100`);
    const body: unknown = await reply.json();
    return z.looseObject({ [key]: z.unknown() }).parse(body)[key];
  };
  const readAll = async () => {
    const [memberships, brands] = await Promise.all([
      read('group_memberships', 'group_memberships'),
      read('brands', 'brands'),
    ]);
    const groupsOf = Map.groupBy(z.array(membershipShape).parse(memberships), (it) => it.user_id);
    store.set({
      groupsOf: new Map([...groupsOf].map(([user, list]) => [user, list.map((it) => it.group_id)])),
      brands: z.array(brandShape).parse(brands),
    });
  };
  // An agent who may read neither has apps that see empty lists, as said above.
  readAll().catch(() => undefined);
  return store;
}
