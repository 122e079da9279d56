import { CoverageError } from '../../domain/calendar.ts';
import { isZendeskError, type ZendeskErrorCode } from '../zendesk/errors.ts';

/**
 * What is done about a failure:
 * - `retry`: it passes by itself; again after a growing pause, or as told.
 * - `read_again`: nobody knows whether the update happened. The ticket is read before anything else is done.
 * - `plan_again`: the ticket changed meanwhile. It is read and planned again, five times at once, then with pauses.
 * - `outage`: the account refuses the service as a whole. All looks wait; the alarm is the service's, not a ticket's.
 * - `give_up`: only a person can help. Tried again when somebody wakes the ticket, and now and then by itself.
 */
export type FailureClass = 'retry' | 'read_again' | 'plan_again' | 'outage' | 'give_up';

/**
 * What a look fails with: the transport's codes, and
 * - `database`: Postgres can't be reached or broke off what was being saved.
 * - `calendar_coverage`: a date lies beyond the calendar, and no date is ever guessed.
 * - `internal`: a fault of the program.
 */
export type FailureCode = ZendeskErrorCode | 'database' | 'calendar_coverage' | 'internal';

export interface FailureRule {
  readonly class: FailureClass;
  /**
   * With so many tries in vain the look is marked as given up, for a person to see. What passes by itself is then
   * tried on as before, everything else every `RETRY_GIVEN_UP_MS`. Null: never, the alarm is raised elsewhere.
   */
  readonly triesBeforeMark: number | null;
  /** Pauses between tries double from here ... */
  readonly firstPauseMs: number;
  /** ... to here, a fifth more or less, and no shorter than Zendesk asks for. */
  readonly longestPauseMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** The cause of what was given up may have been mended by somebody who doesn't know of us. */
export const RETRY_GIVEN_UP_MS = 6 * 60 * MINUTE;

const PATIENT = { triesBeforeMark: 12, firstPauseMs: 2 * SECOND, longestPauseMs: 10 * MINUTE } as const;
const REFUSED = { class: 'give_up', ...PATIENT, triesBeforeMark: 2 } as const;
const BROKEN = { class: 'give_up', ...PATIENT, triesBeforeMark: 5 } as const;

/** All that can go wrong with a look, and what is done about it. */
export const FAILURES: Readonly<Record<FailureCode, FailureRule>> = {
  // 429, or the service's own share of the limit is used up.
  rate_limited: { class: 'retry', ...PATIENT, longestPauseMs: MINUTE },
  // 5xx, or no connection.
  unavailable: { class: 'retry', ...PATIENT },
  database: { class: 'retry', ...PATIENT },
  timed_out: { class: 'read_again', ...PATIENT },
  lost: { class: 'read_again', ...PATIENT },
  conflict: { class: 'plan_again', ...PATIENT },
  unauthorized: { class: 'outage', ...PATIENT, triesBeforeMark: null, firstPauseMs: 30 * SECOND },
  // 403, 404 of something other than the ticket, 422 and other 4xx: once more, after reading the ticket again.
  forbidden: REFUSED,
  not_found: REFUSED,
  invalid: REFUSED,
  malformed: BROKEN,
  calendar_coverage: BROKEN,
  internal: BROKEN,
};

/** How Postgres and the way to it fail for a while: connection, resources, operator, system, rolled back, read-only. */
const DATABASE =
  /^(08|25006|40|53|57|58)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What pg and its pool say without a code. */
const DATABASE_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function isDatabaseTrouble(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return DATABASE.test(code) || DATABASE_WORDS.test(error.message);
}

export function failureCode(error: unknown): FailureCode {
  if (isZendeskError(error)) return error.code;
  if (error instanceof CoverageError) return 'calendar_coverage';
  return error instanceof Error && isDatabaseTrouble(error) ? 'database' : 'internal';
}

/** The rule of a code as the ledger keeps it; undefined for one that an older version wrote. */
export function failureRule(code: string | null): FailureRule | undefined {
  return Object.entries(FAILURES).find(([known]) => known === code)?.[1];
}
