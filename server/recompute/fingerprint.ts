import { createHash } from 'node:crypto';
import { type Instant, localDateAt } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import type { CalendarSource } from '../policies/calendars.ts';

export interface BasisOptions {
  readonly policies: readonly Policy[];
  readonly calendarFrom: CalendarSource;
}

/** How far back a late holiday still moves something: no promise runs longer. */
const YEARS_BACK_MS = 366 * 86_400_000;

function basisOf(policy: Policy, { calendarFrom }: BasisOptions, now: Instant) {
  const today = localDateAt(now, policy.timeZone);
  const { data: days } = calendarFrom(policy, now - YEARS_BACK_MS, now);
  // A version that takes open cases over does so from its first day on.
  return { policy, begun: policy.effectiveFrom <= today, days };
}

/**
 * Of all that dates are counted by: policies with their schedules, and the calendars with corrections and closures, as
 * they are known at `now`. Another one means that promises may have moved.
 */
export function fingerprintOf(options: BasisOptions, now: Instant): string {
  const bases = options.policies
    .map((policy) => basisOf(policy, options, now))
    .sort((a, b) =>
      `${a.policy.id} ${a.policy.version}`.localeCompare(`${b.policy.id} ${b.policy.version}`, 'en'),
    );
  return createHash('sha256').update(JSON.stringify(bases)).digest('hex');
}
