import { z } from 'zod';
import type { Zendesk } from '../zendesk/index.ts';
import { readStaff, type Staff } from '../zendesk/staff.ts';
import { type AccessAnswer, accessOf, type LeadSettings } from './access.ts';

/** Who may see what, as Zendesk says. Everything rejects with a ZendeskError where it can't be asked. */
export interface Directory {
  /** As Zendesk has it now, or had it two minutes ago: `asOf` says when, in epoch milliseconds of real time. */
  accessOf(userId: number): Promise<AccessAnswer & { readonly asOf: number }>;
  /** The person; undefined where there is none. As fresh as the access. */
  staff(userId: number): Promise<Staff | undefined>;
}

export interface DirectoryOptions {
  readonly zendesk: Pick<Zendesk, 'rest'>;
  readonly leads: LeadSettings;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

/** So often a page may be opened or a session renewed without asking Zendesk again. */
const KEPT_MS = 2 * 60_000;
const MOST_KEPT = 1_000;

const group = z.object({ id: z.int(), name: z.string() });

interface Known {
  readonly at: number;
  readonly staff: Staff | undefined;
  readonly access: AccessAnswer;
}

/** Asks Zendesk who somebody is, and keeps the answer for two minutes. */
export function createDirectory({ zendesk, leads, now = Date.now }: DirectoryOptions): Directory {
  const known = new Map<number, Known>();
  const isNamed = leads.groups.some((one) => !/^\d+$/.test(one));

  async function groupNames(staff: Staff | undefined): Promise<ReadonlyMap<number, string>> {
    if (!isNamed || !staff || staff.groupIds.length === 0) return new Map();
    const groups = (await zendesk.rest.list('groups', 'groups')).flatMap(
      (one) => group.safeParse(one).data ?? [],
    );
    return new Map(groups.map(({ id, name }) => [id, name]));
  }

  async function read(userId: number): Promise<Known> {
    const kept = known.get(userId);
    if (kept && now() - kept.at < KEPT_MS) return kept;
    const at = now();
    const staff = await readStaff(zendesk.rest, userId);
    const one = { at, staff, access: accessOf(staff, leads, await groupNames(staff)) };
    // The oldest are first: nobody fills the memory.
    known.delete(userId);
    known.set(userId, one);
    const [oldest] = known.keys();
    if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
    return one;
  }

  return {
    accessOf: async (userId) => {
      const { access, at: asOf } = await read(userId);
      return { ...access, asOf };
    },
    staff: async (userId) => (await read(userId)).staff,
  };
}
