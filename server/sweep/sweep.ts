import { z } from 'zod';
import { HOUR, type Instant, MINUTE } from '../../domain/local-date.ts';
import type { Clock } from '../clock.ts';
import type { Round, Turn } from '../jobs/rounds.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ZendeskRest } from '../zendesk/port.ts';
import { restAfterSearch } from './cost.ts';
import { complaintQuery, LARGEST_PAGE, updatedSince } from './export.ts';
import { createPages } from './pages.ts';
import { wakeUnseen } from './wake-unseen.ts';

export interface Swept {
  readonly kind: 'search' | 'check';
  /** Tickets that the service had not seen as they are: a lost webhook each. */
  readonly found: number;
  /** Calls that it took. */
  readonly pages: number;
  /** When it ended, on the product's clock. */
  readonly at: Instant;
  /** From its beginning to that of the next one, at the earliest. */
  readonly intervalMs: number;
}

export interface SweepOptions {
  readonly rest: Pick<ZendeskRest, 'get'>;
  readonly ledger: Pick<Ledger, 'unseenAmong' | 'wake'>;
  readonly clock: Clock;
  readonly everyMs: number;
  /** The account's limit, in calls a minute. */
  readonly callsPerMinute: () => number;
  readonly onSwept: (swept: Swept) => void;
  /** Tickets of a page of the search, 1,000 by default: the more, the fewer calls. */
  readonly pageSize?: number;
}

/**
 * The index may show a change late, so each sweep reads this much again of what the one before has read. What has been
 * seen already costs its place in a page and nothing else.
 */
const OVERLAP_MS = HOUR;
/** Zendesk's cursors end after an hour of real time. */
const CURSOR_LASTS_MS = 55 * MINUTE;

const state = z.object({
  /** When the last sweep that was completed began: all that was changed by then has been searched. */
  completed: z.number().nullish(),
  /** The sweep under way: when it began, and the page that is next. */
  current: z
    .object({
      startedAt: z.number(),
      cursor: z.string(),
      size: z.number(),
      /** Real time, in which cursors expire. */
      cursorAt: z.number(),
      found: z.number(),
      pages: z.number(),
    })
    .nullish(),
});

type State = z.infer<typeof state>;
type Current = NonNullable<State['current']>;

function readState(kept: unknown): State {
  const parsed = state.safeParse(kept);
  // Unreadable: begin as if there had been none, which finds everything.
  return parsed.success ? parsed.data : {};
}

/** Of a sweep that was cut off, as long as its cursor lasts. */
function goingOn({ current }: State): Current | undefined {
  return current && Date.now() - current.cursorAt < CURSOR_LASTS_MS ? current : undefined;
}

interface Search {
  readonly query: string;
  /** The first sweep of a ledger: whatever it finds was never told by a webhook. */
  readonly first: boolean;
}

/** The first sweep leaves closed tickets to a rebuild; no deadline of theirs can be kept any more. */
function searchFor({ completed }: State): Search {
  const since = completed ?? undefined;
  return since === undefined
    ? { query: complaintQuery('status<closed'), first: true }
    : { query: complaintQuery(updatedSince(since - OVERLAP_MS)), first: false };
}

async function searchAll(
  options: SweepOptions,
  turn: Turn,
  known: State,
): Promise<Pick<Current, 'startedAt' | 'found' | 'pages'>> {
  const { rest, pageSize = LARGEST_PAGE, clock } = options;
  const { query, first } = searchFor(known);
  const resumed = goingOn(known);
  const pagesOf = createPages(rest, { query, size: resumed?.size ?? pageSize });
  const startedAt = resumed?.startedAt ?? clock.now();
  let [cursor, found, pages] = [resumed?.cursor, resumed?.found ?? 0, resumed?.pages ?? 0];
  for (;;) {
    const page = await pagesOf.at(cursor);
    pages += 1;
    found += await wakeUnseen(options, page.tickets, { first });
    cursor = page.cursor;
    if (cursor === undefined) return { startedAt, found, pages };
    const current = { startedAt, cursor, size: pagesOf.size(), cursorAt: Date.now(), found, pages };
    await turn.keep({ ...known, current });
  }
}

/**
 * Finds complaints whose webhook never came, and cases whose ticket changed without one, by Zendesk's search since the
 * last completed sweep. Wakes them; looks at nothing itself.
 */
export function createSweep(options: SweepOptions): Round {
  return {
    name: 'sweep',
    everyMs: options.everyMs,
    run: async (turn) => {
      const { clock, everyMs, callsPerMinute, onSwept } = options;
      const { startedAt, found, pages } = await searchAll(options, turn, readState(turn.state));
      const at = clock.now();
      const rest = restAfterSearch(pages, callsPerMinute());
      onSwept({ kind: 'search', found, pages, at, intervalMs: Math.max(everyMs, rest, at - startedAt) });
      return { state: { completed: startedAt }, notBefore: startedAt + rest };
    },
  };
}
