import { localDate } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { readSchedule, ScheduleError, yearsOf } from '../calendars/schedule.ts';
import type { ZendeskRest } from '../zendesk/port.ts';

async function withSchedule(policy: Policy, rest: Pick<ZendeskRest, 'get'>): Promise<Policy> {
  if (policy.schedule === undefined) return policy;
  const schedule = await readSchedule(rest, policy.schedule);
  const { name, zone, week, holidays } = schedule;
  if (zone !== policy.timeZone) {
    throw new ScheduleError(
      `the Zendesk schedule "${name}" is in ${zone}, the policy "${policy.id}" in ${policy.timeZone}: make them agree`,
    );
  }
  const closures = holidays.map(({ from, until = from, ...closure }) => ({ ...closure, from, until }));
  // Without regions the schedule is all that is known of holidays, and only for the years in which some are entered.
  const known =
    policy.regions.length > 0 ? {} : { daysOffKnownUntil: localDate(`${yearsOf(schedule).until}-12-31`) };
  return { ...policy, ...known, workingWeek: [...week], closures: [...policy.closures, ...closures] };
}

/**
 * The policies with the Zendesk schedules that they name read in: the schedule's weekdays take the place of the working
 * week, its holidays join those of the regions. Rejects with ZendeskError, or ScheduleError where one can't be used.
 */
export function withSchedules(
  policies: readonly Policy[],
  rest: Pick<ZendeskRest, 'get'>,
): Promise<Policy[]> {
  return Promise.all(policies.map((policy) => withSchedule(policy, rest)));
}
