import { z } from 'zod';
import { type Calendar, CoverageError } from '../../domain/calendar.ts';
import { addDays, daysBetween, type Instant, type LocalDate, startOfDay } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Promises } from '../policies/promises.ts';
import { namedShape, policyFor, questionShape } from './policy.ts';
import { dateText } from './query.ts';

/** Two years and a bit: what a screen may show of a calendar. */
const MOST_DAYS = 800;

export const calendarQuery = z
  .strictObject({
    from: dateText,
    until: dateText,
    ...namedShape,
    ...questionShape,
  })
  .refine(({ from, until }) => daysBetween(from, until) >= 0, {
    path: ['until'],
    message: 'must not be before "from"',
  })
  .refine(({ from, until }) => daysBetween(from, until) < MOST_DAYS, {
    path: ['until'],
    message: `must be less than ${MOST_DAYS} days after "from"`,
  });
export type CalendarQuery = z.infer<typeof calendarQuery>;

export type CalendarAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: 'policy_not_found' }
  | { readonly ok: false; readonly code: 'calendar_coverage'; readonly detail: string };

function meantPolicy(policies: readonly Policy[], query: CalendarQuery, now: Instant): Policy | undefined {
  if (query.policy === undefined) return policyFor(policies, query, now);
  const named = policies.filter(({ id }) => id === query.policy);
  const version = query.version ?? policyFor(named, query, now)?.version;
  return named.find((one) => one.version === version);
}

function dayAt(calendar: Calendar, date: LocalDate) {
  const why = calendar.whyNot(date);
  if (!why) return { date, working: true };
  if (why.code === 'weekend') return { date, working: false, why: 'weekend' };
  const { name, names = {}, region, regions = [region] } = why.off;
  return { date, working: false, why: 'holiday', holiday: { name, names, regions } };
}

/** How far back holidays may be asked for: each year further costs time to work out. */
const YEARS_BACK = 10;

function calendarOf(
  policy: Policy,
  query: CalendarQuery,
  { calendarFrom }: Promises,
  now: Instant,
): Calendar {
  const first = startOfDay(query.from, policy.timeZone);
  const earliest = now - YEARS_BACK * 366 * 86_400_000;
  return calendarFrom(policy, Math.min(now, Math.max(first, earliest)), now);
}

/**
 * Each day of the span by the policy's calendar: whether it counts, and why not. `data` is the same as the domain takes
 * it, so that a screen counts with the code that the service counts with.
 */
export function calendarAnswer(query: CalendarQuery, promises: Promises, now: Instant): CalendarAnswer {
  const policy = meantPolicy(promises.policies, query, now);
  if (!policy) return { ok: false, code: 'policy_not_found' };
  const calendar = calendarOf(policy, query, promises, now);
  const { zone, week, until: knownUntil } = calendar.data;
  try {
    const days = Array.from({ length: daysBetween(query.from, query.until) + 1 }, (_, index) =>
      dayAt(calendar, addDays(query.from, index)),
    );
    const { id, version } = policy;
    return {
      ok: true,
      answer: {
        policy: { id, version },
        timeZone: zone,
        workingWeek: week,
        knownUntil,
        days,
        data: calendar.excerpt(query.from, query.until),
      },
    };
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    return { ok: false, code: 'calendar_coverage', detail: error.message };
  }
}
