import { expect, it } from 'vitest';
import { localDate } from '../../../domain/local-date.ts';
import { calendarFor } from '../../../server/calendars/index.ts';
import { withSchedules } from '../../../server/policies/with-schedules.ts';
import { readPolicy } from '../../support/policy.ts';

const ask4 = await readPolicy('policies/ask4.yaml');

/** Monday to Thursday, 9 to 17, with a works outing of two days. */
function account(zone: string) {
  const intervals = [1, 2, 3, 4].map((day) => ({
    start_time: day * 1440 + 540,
    end_time: day * 1440 + 1020,
  }));
  const replies = new Map<string, unknown>([
    ['business_hours/schedules/7', { schedule: { id: 7, name: 'Leeds', time_zone: zone, intervals } }],
    [
      'business_hours/schedules/7/holidays',
      { holidays: [{ name: 'Outing', start_date: '2026-06-15', end_date: '2026-06-16' }] },
    ],
  ]);
  return { get: async (path: string) => replies.get(path) };
}

it("takes the schedule's weekdays, and joins its holidays to the regions'", async () => {
  const [policy] = await withSchedules([{ ...ask4, schedule: 7 }], account('London'));
  const calendar = calendarFor(policy ?? ask4, { from: 2026, until: 2026 });
  const off = ['2026-06-15', '2026-06-16', '2026-06-19', '2026-08-31'].filter(
    (date) => !calendar.isWorkingDay(localDate(date)),
  );
  expect(off).toEqual(['2026-06-15', '2026-06-16', '2026-06-19', '2026-08-31']);
  expect(calendar.isWorkingDay(localDate('2026-06-17'))).toBe(true);
});

it('leaves a policy without a schedule as it is', async () => {
  expect(await withSchedules([ask4], account('London'))).toEqual([ask4]);
});

it('refuses a schedule in another time zone than the policy', async () => {
  await expect(withSchedules([{ ...ask4, schedule: 7 }], account('Berlin'))).rejects.toThrow(
    /Europe\/Berlin.*Europe\/London: make them agree/,
  );
});
