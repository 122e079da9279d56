import { z } from 'zod';
import type { PageHost } from '../../zaf/page-host.ts';

/** What Zendesk is asked for by ids: the ledger holds no names and no texts. */
export type NameKind = 'user' | 'organization' | 'ticket';

/** Zendesk's most for one call. */
const AT_ONCE = 100;

const named = z.object({ id: z.number(), name: z.string().nullish(), subject: z.string().nullish() });
const KINDS: Readonly<Record<NameKind, string>> = {
  user: 'users',
  organization: 'organizations',
  ticket: 'tickets',
};

/** Names of people and sites and subjects of tickets, fetched when they are first asked for and kept while the page lives. */
export interface Names {
  /** The name; null where Zendesk has none or does not tell; undefined while it is not known yet. */
  of(kind: NameKind, id: number): string | null | undefined;
  /** Has these fetched, together with what else is asked for in the same turn. */
  want(kind: NameKind, ids: readonly number[]): void;
  /** Told whenever names have come. */
  subscribe(listener: () => void): () => void;
  /** Counts up whenever names have come. */
  version(): number;
}

async function fetchNames(
  host: PageHost,
  kind: NameKind,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const list = KINDS[kind];
  const answer = await host.request({ path: `/api/v2/${list}/show_many.json?ids=${ids.join(',')}` });
  const found = z.record(z.string(), z.unknown()).parse(answer)[list];
  return new Map(
    z
      .array(named)
      .parse(found)
      .flatMap(({ id, name, subject }) => {
        const text = name ?? subject;
        return text ? [[id, text] as const] : [];
      }),
  );
}

export function createNames(host: PageHost): Names {
  const known = new Map<string, string | null>();
  const wanted = new Map<NameKind, Set<number>>();
  const listeners = new Set<() => void>();
  let version = 0;
  let planned = false;

  const tell = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };

  async function fetchSome(kind: NameKind, ids: readonly number[]): Promise<void> {
    // A name that can't be had is shown as the number it stands for; the next visit asks again.
    const found = await fetchNames(host, kind, ids).catch(() => new Map<number, string>());
    for (const id of ids) known.set(`${kind} ${id}`, found.get(id) ?? null);
    tell();
  }

  function fetchAll(): void {
    planned = false;
    for (const [kind, set] of wanted) {
      const ids = [...set];
      for (let at = 0; at < ids.length; at += AT_ONCE) void fetchSome(kind, ids.slice(at, at + AT_ONCE));
    }
    wanted.clear();
  }

  return {
    of: (kind, id) => known.get(`${kind} ${id}`),
    want(kind, ids) {
      const asked = ids.filter((id) => !known.has(`${kind} ${id}`));
      if (asked.length === 0) return;
      const set = wanted.get(kind) ?? new Set<number>();
      for (const id of asked) set.add(id);
      wanted.set(kind, set);
      if (planned) return;
      planned = true;
      setTimeout(fetchAll, 0);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}
