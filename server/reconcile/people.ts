import type { Clock } from '../clock.ts';
import type { ZendeskPort, ZendeskUser } from '../zendesk/port.ts';

/** Roles hardly ever change; after this long they are read again. */
const KEPT_MS = 10 * 60_000;

/** Who is an agent: asked of Zendesk once for each user, and again after some minutes. */
export interface People {
  /** The ids among `ids` that belong to agents or administrators. */
  agentsAmong(ids: ReadonlySet<number>): Promise<ReadonlySet<number>>;
  /** The user as Zendesk has it now. */
  fresh(id: number): Promise<ZendeskUser>;
}

export function createPeople(zendesk: Pick<ZendeskPort, 'user'>, clock: Clock): People {
  const known = new Map<number, { readonly isAgent: boolean; readonly at: number }>();

  async function fresh(id: number): Promise<ZendeskUser> {
    const user = await zendesk.user(id);
    known.set(id, { isAgent: user.role !== 'end-user', at: clock.now() });
    return user;
  }

  async function isAgent(id: number): Promise<boolean> {
    const entry = known.get(id);
    if (entry && Math.abs(clock.now() - entry.at) < KEPT_MS) return entry.isAgent;
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
