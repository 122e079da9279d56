import type { Instant } from '../../domain/local-date.ts';
import type { History } from '../../domain/marks.ts';
import { type Plan, planFor } from '../../domain/plan.ts';
import type { DecideDeps } from './decide.ts';
import type { CaseReading, ReadCase } from './read-case.ts';

const SAYS_NOTHING = {
  requester: { isEndUser: true, suspended: false, hasAddress: true },
  messaging: false,
  followUp: true,
  toRequesterToday: 0,
  lately: 0,
};

/**
 * The plan of a complaint that goes on on a ticket which shows an older one: its own dates for the ledger, and nothing
 * for the ticket. Undefined where it was taken back. @throws CoverageError
 */
export function planOfOther(
  { policy, events }: ReadCase,
  { history: { twoComplaintsAt } }: CaseReading,
  deps: DecideDeps,
  now: Instant,
): Plan | undefined {
  const [first] = events.map((event) => event.firstMadeAt ?? event.at).sort((a, b) => a - b);
  if (first === undefined) return undefined;
  const history: History = {
    notes: new Set(),
    tagRemovals: [],
    removedAt: new Map(),
    ...(twoComplaintsAt === undefined ? {} : { twoComplaintsAt }),
  };
  const facts = { ...SAYS_NOTHING, liveSince: deps.liveSince };
  return planFor({ policy, calendar: deps.calendarFrom(policy, first, now), events, history, facts, now });
}
