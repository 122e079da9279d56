import type { Instant } from '../../domain/local-date.ts';
import type { History } from '../../domain/marks.ts';
import type { Note } from '../../domain/notes.ts';
import { type Plan, planFor } from '../../domain/plan.ts';
import { SERVICE_TAGS } from '../../domain/terms.ts';
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
 * The plan of a complaint that goes on on a ticket which shows an older one: its own dates for the ledger. Undefined
 * where it was taken back. @throws CoverageError
 */
export function planOfOther(
  { policy, events }: ReadCase,
  { history: { twoComplaintsAt, removedAt } }: CaseReading,
  deps: DecideDeps,
  now: Instant,
): Plan | undefined {
  const [first] = events.map((event) => event.firstMadeAt ?? event.at).sort((a, b) => a - b);
  if (first === undefined) return undefined;
  const history: History = {
    notes: new Set(),
    tagRemovals: [],
    removedAt,
    ...(twoComplaintsAt === undefined ? {} : { twoComplaintsAt }),
  };
  const facts = { ...SAYS_NOTHING, liveSince: deps.liveSince };
  return planFor({ policy, calendar: deps.calendarFrom(policy, first, now), events, history, facts, now });
}

const WARNINGS: readonly string[] = [SERVICE_TAGS.dueSoon, SERVICE_TAGS.overdue];

/** Warnings of the complaint that began on that ticket, not written yet. */
function warningsOf(homeTicketId: number, { notes }: Plan, written: ReadonlySet<string>): Note[] {
  return notes
    .flatMap((note) => (note.code === 'due_soon' ? note : []))
    .map((note) => ({ ...note, key: `${note.key}:${homeTicketId}`, ofTicketId: homeTicketId }))
    .filter(({ key }) => !written.has(key));
}

/**
 * The plan of a ticket with the warnings of the other complaints on it: its fields and record are those of the one that
 * it shows, but people are warned of the deadlines of all, by note and tag. @throws CoverageError
 */
export function withOthers(plan: Plan, reading: CaseReading, deps: DecideDeps, now: Instant): Plan {
  const others = reading.others.flatMap((one) => {
    const other = planOfOther(one, reading, deps, now);
    return other ? { plan: other, home: one.homeTicketId } : [];
  });
  if (others.length === 0) return plan;
  const warnings = others.flatMap((one) => warningsOf(one.home, one.plan, reading.history.notes));
  const tags = others.flatMap((one) => [...one.plan.tags].filter((tag) => WARNINGS.includes(tag)));
  const looks = [plan, ...others.map((one) => one.plan)].flatMap(({ nextLookAt }) => nextLookAt ?? []);
  return {
    ...plan,
    notes: [...plan.notes, ...warnings],
    tags: new Set([...plan.tags, ...tags]),
    nextLookAt: looks.length > 0 ? Math.min(...looks) : undefined,
  };
}
