import type { z } from 'zod/mini';
import type { CalendarData } from '../../domain/calendar.ts';
import { addDays, type Instant, type LocalDate, localDateAt } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { type Host, RestError } from '../zaf/host.ts';
import { createKeptPromises } from './kept-policy.ts';
import { type CaseAnswer, calendarSchema, caseSchema, policySchema, versionSchema } from './schemas.ts';

/**
 * Why the service did not answer: none is set up in the app's settings; none could be reached; it refused, as it does
 * where the shared secret differs; it knows nothing of what was asked.
 */
export type Unserved = 'not_set_up' | 'unreachable' | 'refused' | 'not_found';

/** An answer of the service, and when it was given; it may be one of before that was kept. */
export type Served<T> =
  | { readonly ok: true; readonly value: T; readonly at: Instant }
  | { readonly ok: false; readonly code: Unserved };

/** What the company promises, as data: all its policies, the one that holds for this ticket, and its calendar. */
export interface PromisesAnswer {
  readonly policies: readonly Policy[];
  readonly holds: { readonly id: string; readonly version: string } | null;
  /** Of the policy that holds; missing where the calendar does not reach so far. */
  readonly calendarData?: CalendarData;
}

/** The ticket, as far as it decides which policy holds. */
export interface PromisesQuestion {
  readonly brandId?: number | undefined;
  readonly formId?: number | undefined;
  readonly receivedAt?: Instant | undefined;
}

/** Our own service, for what the ticket itself does not hold. Nothing here throws: each failure is an answer. */
export interface Service {
  /** Kept from before where the service can't be reached; `at` tells from when. */
  promises(question: PromisesQuestion): Promise<Served<PromisesAnswer>>;
  /** What was kept from before, without asking; undefined where nothing was. */
  keptPromises(question: PromisesQuestion): Promise<Served<PromisesAnswer> | undefined>;
  case(ticketId: number): Promise<Served<CaseAnswer>>;
  /** Has the ticket looked at again at once. */
  look(ticketId: number): Promise<Served<undefined>>;
  version(): Promise<Served<string>>;
}

/** Days of the calendar before today that are asked for: a case may be old. */
const BEFORE = 120;
/** Days after today, the first span that the calendar covers: eight weeks and their extensions lie ahead. */
const AHEAD = [240, 120, 45];

function unservedOf(error: unknown): Unserved {
  // An answer that can't be understood is as good as none: a login page of a proxy, another version.
  if (!(error instanceof RestError)) return 'unreachable';
  if (error.status === 404) return 'not_found';
  return [400, 401, 403, 405].includes(error.status) ? 'refused' : 'unreachable';
}

function queryOf({ brandId, formId, receivedAt }: PromisesQuestion): string {
  const query = new URLSearchParams();
  if (brandId) query.set('brand', String(brandId));
  if (formId) query.set('form', String(formId));
  if (receivedAt !== undefined) query.set('received', new Date(receivedAt).toISOString());
  return query.toString();
}

export interface ServiceOptions {
  readonly host: Host;
  readonly clock: () => Instant;
  /** Undefined or empty: none is set up, and none is asked. */
  readonly serviceUrl: string | undefined;
  readonly account: string;
}

export function createService({ host, clock, serviceUrl, account }: ServiceOptions): Service {
  const kept = createKeptPromises(account);

  async function ask<T>(work: () => Promise<T>): Promise<Served<T>> {
    if (!serviceUrl) return { ok: false, code: 'not_set_up' };
    try {
      return { ok: true, value: await work(), at: clock() };
    } catch (error) {
      return { ok: false, code: unservedOf(error) };
    }
  }

  async function get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
    return schema.parse(await host.service({ path: `/api/v1/${path}` }));
  }

  /** A calendar that ends sooner is asked for a shorter span; none takes the preview of dates with it, and nothing else. */
  async function askCalendar(query: string, today: LocalDate): Promise<CalendarData | undefined> {
    for (const ahead of AHEAD) {
      const span = `from=${addDays(today, -BEFORE)}&until=${addDays(today, ahead)}`;
      const data = await get(`calendar?${span}${query && `&${query}`}`, calendarSchema).catch(
        () => undefined,
      );
      if (data) return data;
    }
    return undefined;
  }

  async function askPromises(query: string): Promise<PromisesAnswer> {
    const { holds, policies } = await get(`policy?${query}`, policySchema);
    const zone = policies.find(({ id }) => id === holds?.id)?.timeZone ?? 'UTC';
    const calendarData = await askCalendar(query, localDateAt(clock(), zone));
    return { policies, holds, ...(calendarData ? { calendarData } : {}) };
  }

  return {
    async promises(question) {
      const query = queryOf(question);
      const answer = await ask(() => askPromises(query));
      if (answer.ok) kept.keep(query, answer);
      return answer.ok ? answer : (kept.read(query) ?? answer);
    },
    keptPromises: async (question) => (serviceUrl ? kept.read(queryOf(question)) : undefined),
    case: async (ticketId) => await ask(() => get(`cases/${ticketId}`, caseSchema)),
    look: async (ticketId) =>
      await ask(async () => {
        await host.service({ path: `/api/v1/cases/${ticketId}/look`, method: 'POST' });
        return undefined;
      }),
    version: async () => await ask(async () => (await get('version', versionSchema)).version),
  };
}
