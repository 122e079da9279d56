import type { Instant } from '../../domain/local-date.ts';
import type { WakeState } from '../ledger/index.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import {
  FAILURES,
  type FailureClass,
  type FailureCode,
  failureCode,
  failureRule,
  RETRY_GIVEN_UP_MS,
} from './failure-classes.ts';

/** What becomes of a look that failed. */
export interface FailedTry {
  readonly code: FailureCode;
  readonly class: FailureClass;
  /** Milliseconds until it is repeated by itself. */
  readonly waitMs: number;
  /** The same where somebody woke the ticket during the look: what they changed may have mended it. */
  readonly wokenWaitMs: number;
  /** Since when a person must help; null while it may pass by itself. */
  readonly gaveUpAt: Instant | null;
}

type Before = Pick<WakeState, 'attempts' | 'errorCode' | 'gaveUpAt'>;

/** Tries in vain, this one included. What only a person can mend counts by itself: other failures say nothing of it. */
function triesOf(code: FailureCode, { attempts, errorCode }: Before): number {
  const rule = FAILURES[code];
  const before = failureRule(errorCode);
  return rule.class !== 'give_up' || before?.class === 'give_up' ? attempts + 1 : 1;
}

function pauseMs(code: FailureCode, attempts: number, random: () => number): number {
  const { firstPauseMs, longestPauseMs } = FAILURES[code];
  const doubled = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts, 20));
  return Math.round(doubled * (0.8 + 0.4 * random()));
}

/** What to do about a failed look, by what failed and how often it did before. */
export function afterFailure(
  error: unknown,
  before: Before,
  now: Instant,
  random: () => number = Math.random,
): FailedTry {
  const code = failureCode(error);
  const rule = FAILURES[code];
  const markNow = rule.triesBeforeMark !== null && triesOf(code, before) >= rule.triesBeforeMark;
  // A mark stays until a look succeeds, whatever else goes wrong meanwhile.
  const gaveUpAt = before.gaveUpAt ?? (markNow ? now : null);
  const told = isZendeskError(error) ? (error.retryAfterMs ?? 0) : 0;
  const woken = Math.max(told, pauseMs(code, before.attempts, random));
  const waitMs = rule.class === 'give_up' && markNow ? Math.max(told, RETRY_GIVEN_UP_MS) : woken;
  return { code, class: rule.class, waitMs, wokenWaitMs: woken, gaveUpAt };
}
