import type { Clock } from '../clock.ts';
import type { ZendeskPort, ZendeskUser } from '../zendesk/port.ts';

/** Roles hardly ever change; after this long they are read again. */
const KEPT_MS = 10 * 60_000;
/**
 * A look hears of its people with its own reading of ticket and audits. What another look has heard is good for as long
 * as one may wait between its reading and its update; names and addresses are kept no longer.
 */
const FRESH_MS = 60_000;
/** A rebuild hears of every customer. */
const SWEPT_EVERY_MS = 60_000;

/** Who is an agent: heard with tickets and audits, else asked of Zendesk once for each user, and again after some minutes. */
export interface People {
  /** The ids among `ids` that belong to agents or administrators. */
  agentsAmong(ids: ReadonlySet<number>): Promise<ReadonlySet<number>>;
  /** The user as Zendesk has it now, or had it with the reading of which the look makes its plan. */
  fresh(id: number): Promise<ZendeskUser>;
}

interface Heard {
  readonly user: ZendeskUser;
  readonly at: number;
}

export function createPeople(zendesk: Pick<ZendeskPort, 'user' | 'onUsers'>, clock: Clock): People {
  const known = new Map<number, { readonly isAgent: boolean; readonly at: number }>();
  const heard = new Map<number, Heard>();
  let sweptAt = clock.now();
  const isWithin = (at: number, ms: number): boolean => Math.abs(clock.now() - at) < ms;

  function sweep(): void {
    if (isWithin(sweptAt, SWEPT_EVERY_MS)) return;
    sweptAt = clock.now();
    for (const [id, { at }] of heard) if (!isWithin(at, FRESH_MS)) heard.delete(id);
    for (const [id, { at }] of known) if (!isWithin(at, KEPT_MS)) known.delete(id);
  }

  function hear(users: readonly ZendeskUser[]): void {
    sweep();
    const at = clock.now();
    for (const user of users) {
      known.set(user.id, { isAgent: user.role !== 'end-user', at });
      heard.set(user.id, { user, at });
    }
  }
  zendesk.onUsers(hear);

  async function fresh(id: number): Promise<ZendeskUser> {
    const entry = heard.get(id);
    if (entry && isWithin(entry.at, FRESH_MS)) return entry.user;
    const user = await zendesk.user(id);
    hear([user]);
    return user;
  }

  async function isAgent(id: number): Promise<boolean> {
    const entry = known.get(id);
    if (entry && isWithin(entry.at, KEPT_MS)) return entry.isAgent;
    return (await fresh(id)).role !== 'end-user';
  }

  return {
    fresh,
    async agentsAmong(ids) {
      const agents = await Promise.all([...ids].map(async (id) => ((await isAgent(id)) ? [id] : [])));
      return new Set(agents.flat());
    },
  };
}
