import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Calendar, createCalendar } from '../../domain/calendar.ts';
import type { Deadline } from '../../domain/deadline.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import type { CaseEvent, EventKind } from '../../domain/events.ts';
import { type Case, foldCase } from '../../domain/index.ts';
import { type Instant, instantOf, localDate } from '../../domain/local-date.ts';
import type { History } from '../../domain/marks.ts';
import { type Plan, type PlanInput, planFor } from '../../domain/plan.ts';
import { type Policy, parsePolicy } from '../../domain/policy.ts';
import type { SendFacts } from '../../domain/send.ts';
import { calendarFor } from '../../server/calendars/index.ts';

/** Plain data that a test may change before it is parsed. */
export type Draft = Record<string, unknown>;

const POLICIES = new URL('../../policies/', import.meta.url);

/** Every policy file that is shipped, by its path under policies/. */
export const POLICY_FILES: readonly string[] = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

const files = new Map<string, Draft>();

/** A file under policies/, unparsed; read once, and a copy for each caller. */
export function policyData(file: string): Draft {
  const data: Draft = files.get(file) ?? parse(readFileSync(new URL(file, POLICIES), 'utf8'));
  files.set(file, data);
  return structuredClone(data);
}

/** A file under policies/. @throws Error with every fault */
export function shipped(file: string): Policy {
  return parsed(policyData(file));
}

function parsed(data: Draft): Policy {
  const result = parsePolicy(data);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.policy;
}

/** The file policies/ask4.yaml, unparsed. */
export const ask4Data = (): Draft => policyData('ask4.yaml');

/** The shipped policy with some of its parts replaced. */
export function policyWith(parts: Draft = {}): Policy {
  return parsed({ ...ask4Data(), ...parts });
}

/** The policy as it is shipped, with the regulator's regimes. */
export const ask4 = policyWith();

/** What the company itself promised, and nothing else. */
export const promise: Policy = { ...ask4, regimes: ask4.regimes.filter(({ id }) => id === 'ask4') };

/** A policy with one regime of the given duties, all of them warned of an hour ahead unless they say otherwise. */
export function policyOf(duties: readonly Draft[], parts: Draft = {}, regime: Draft = {}): Policy {
  const warned = duties.map((duty) => ({ warn: '1 hour', ...duty }));
  return policyWith({ regimes: [{ id: 'own', source: 'a test', duties: warned, ...regime }], ...parts });
}

const calendars = new Map<string, Calendar>();

/** The policy's days, 2025 to 2027 unless told otherwise. Made once for each setting, since the holidays take long. */
export function calendarOf(policy: Policy, from = 2025, until = 2027): Calendar {
  const { timeZone, workingWeek, workingDays, regions, closures, company } = policy;
  const key = JSON.stringify([
    timeZone,
    workingWeek,
    workingDays,
    regions,
    closures,
    company.name,
    from,
    until,
  ]);
  const calendar = calendars.get(key) ?? calendarFor(policy, { from, until });
  calendars.set(key, calendar);
  return calendar;
}

export const england = calendarOf(ask4);

/** A calendar of plain Mondays to Fridays, 2020 to 2030, in a zone. */
export function weekdaysIn(zone: string): Calendar {
  return createCalendar({
    zone,
    week: [1, 2, 3, 4, 5],
    off: [],
    from: localDate('2020-01-01'),
    until: localDate('2030-12-31'),
  });
}

/** "2026-04-02 12:30" as the clocks of London (or of another zone) show it. */
export function at(text: string, zone = 'Europe/London'): Instant {
  const [date = '', time = '00:00'] = text.split(' ');
  return instantOf(localDate(date), time, zone);
}

let lastAudit = 0;

/** An event of an audit of its own, recorded when it happened, unless the extras say otherwise. */
export function event(kind: EventKind, when: string, extras: Partial<CaseEvent> = {}): CaseEvent {
  lastAudit += 1;
  return { kind, at: at(when), recordedAt: at(when), auditId: lastAudit, ...extras };
}

/** Folds the events under a policy, the company's promise where none is named. @throws Error where they tell of no complaint */
export function caseOf(events: readonly CaseEvent[], policy: Policy = promise): Case {
  const kase = foldCase(policy, events);
  if (!kase) throw new Error('the events tell of no complaint');
  return kase;
}

export function deadlinesFor(events: readonly CaseEvent[], policy: Policy = promise): Deadline[] {
  return deadlinesOf(caseOf(events, policy), policy, calendarOf(policy));
}

/** The deadline of a duty. @throws Error where there is none */
export function deadlineFor(duty: string, deadlines: readonly Deadline[]): Deadline {
  const found = deadlines.find((deadline) => deadline.duty === duty);
  if (!found) throw new Error(`no deadline for the duty "${duty}"`);
  return found;
}

export const noHistory: History = { notes: new Set(), tagRemovals: [], removedAt: new Map() };

/** Facts under which an acknowledgement goes out. */
export const sendable: SendFacts = {
  liveSince: at('2026-01-01'),
  requester: { isEndUser: true, suspended: false, hasAddress: true },
  messaging: false,
  followUp: false,
  toRequesterToday: 0,
  lately: 0,
};

/** Plans for events under the company's promise. @throws Error where they tell of no complaint */
export function planOf(events: readonly CaseEvent[], now: string, parts: Partial<PlanInput> = {}): Plan {
  const policy = parts.policy ?? promise;
  const plan = planFor({
    policy,
    calendar: calendarOf(policy),
    events,
    history: noHistory,
    facts: sendable,
    now: at(now),
    ...parts,
  });
  if (!plan) throw new Error('the events tell of no complaint');
  return plan;
}
