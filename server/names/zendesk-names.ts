import { z } from 'zod';
import { inBackground } from '../zendesk/background.ts';
import { ZendeskError } from '../zendesk/errors.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import type { NameKind, Names } from './names.ts';

export interface ZendeskNamesOptions {
  readonly rest: Pick<ZendeskRest, 'get' | 'list'>;
  /** Told what went wrong, once for each question; what is missing then is shown by its id. */
  readonly onFailure: (error: unknown) => void;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
  /** So many milliseconds a question waits; what comes later is there for the next. 30 seconds by default. */
  readonly patienceMs?: number;
}

const KEPT_MS = 10 * 60_000;
/** So long nothing is asked after a failure: an export of many pieces must not wait for each in vain. */
const QUIET_MS = 60_000;
/** Some megabytes. */
const MOST_KEPT = 50_000;
/** As many as `show_many` takes. */
const AT_ONCE = 100;

const named = z.object({ id: z.number(), name: z.string() });
const many = z.record(z.string(), z.unknown());

function parsed(kind: NameKind, list: unknown): z.output<typeof named>[] {
  const read = z.array(named).safeParse(list);
  if (read.success) return read.data;
  throw new ZendeskError(`Zendesk's list of names (${kind}) can't be read`, {
    code: 'malformed',
    effect: 'none',
  });
}

/** The list that holds things of a kind. */
const LISTS: Readonly<Record<NameKind, string>> = {
  user: 'users',
  brand: 'brands',
  organization: 'organizations',
};

interface Known {
  readonly at: number;
  /** Undefined where Zendesk knows none of that id. */
  readonly name: string | undefined;
}

function chunksOf(ids: readonly number[]): number[][] {
  return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, index) =>
    ids.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}

const tooLate = (): ZendeskError =>
  new ZendeskError('Zendesk has not told all names in time', { code: 'timed_out', effect: 'none' });

/** Rejects where the work takes longer, and lets it go on. */
async function within(ms: number, work: Promise<void>): Promise<void> {
  // What it may reject with later is nobody's any more.
  work.catch(() => undefined);
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooLate()), ms);
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

/** Asks Zendesk for names behind all other calls, a hundred at once, and keeps them in memory for ten minutes. */
export function createZendeskNames({
  rest,
  onFailure,
  now = Date.now,
  patienceMs = 30_000,
}: ZendeskNamesOptions): Names {
  const known = new Map<string, Known>();
  const keyOf = (kind: NameKind, id: number): string => `${kind} ${id}`;
  const isFresh = (one: Known | undefined): boolean => one !== undefined && now() - one.at < KEPT_MS;

  function keep(kind: NameKind, ids: readonly number[], found: readonly z.output<typeof named>[]): void {
    const names = new Map(found.map(({ id, name }) => [id, name]));
    for (const id of new Set([...ids, ...names.keys()])) {
      // Set anew, so that the oldest are first.
      known.delete(keyOf(kind, id));
      known.set(keyOf(kind, id), { at: now(), name: names.get(id) });
    }
    for (const key of known.keys()) {
      if (known.size <= MOST_KEPT) return;
      known.delete(key);
    }
  }

  let quietUntil = 0;
  const fail = (error: unknown): void => {
    quietUntil = now() + QUIET_MS;
    onFailure(error);
  };

  async function ask(kind: NameKind, ids: readonly number[]): Promise<void> {
    const list = LISTS[kind];
    if (kind === 'brand') return keep(kind, ids, parsed(kind, await rest.list(list, list)));
    for (const some of chunksOf(ids)) {
      const reply = many.safeParse(await rest.get(`${list}/show_many`, { ids: some.join(',') }));
      keep(kind, some, parsed(kind, reply.data?.[list]));
    }
  }

  return {
    async of(kind, ids) {
      const wanted = [...new Set(ids)];
      const missing = wanted.filter((id) => !isFresh(known.get(keyOf(kind, id))));
      if (missing.length > 0 && now() >= quietUntil)
        await within(
          patienceMs,
          inBackground(() => ask(kind, missing)),
        ).catch(fail);
      return new Map(
        wanted.flatMap((id) => {
          const name = known.get(keyOf(kind, id))?.name;
          return name === undefined ? [] : [[id, name] as const];
        }),
      );
    },
  };
}
