import type { Calendar } from '../../../domain/calendar.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../../domain/local-date.ts';
import type { Policy } from '../../../domain/policy.ts';
import { createCalendarSource } from '../../../server/policies/calendars.ts';
import { readPolicy } from '../../support/policy.ts';

const FIRST = Date.parse('2025-01-06T09:30:00Z');

export interface Inputs {
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** Two years of instants at all hours, so that holidays, weekends and changes of the clocks are among their days. */
  readonly instants: readonly Instant[];
  /** The public holidays of the policy's region, as `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

export async function readInputs(count: number): Promise<Inputs> {
  const policy = await readPolicy('policies/ask4.yaml');
  const calendar = createCalendarSource()(policy, FIRST, FIRST + 3 * 365 * DAY);
  const instants = Array.from(
    { length: count },
    (_, number) => FIRST + ((number * 37) % 700) * DAY + (number % 24) * HOUR + (number % 60) * MINUTE,
  );
  return { policy, calendar, instants, holidays: calendar.data.off.map(({ date }) => date) };
}
