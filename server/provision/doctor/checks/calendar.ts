import { notCheckable, ok, problem } from '../findings.ts';
import type { Check } from '../types.ts';

/** Public holidays are known as far as the longest chain of deadlines that may begin today. */
export const calendar: Check = {
  id: 'calendar',
  title: 'Calendar coverage',
  run: async ({ living }) => {
    const answer = await living.ready();
    const told = answer.kind === 'told' ? answer.told.calendars : undefined;
    if (!told || told.length === 0)
      return [notCheckable('the service does not tell of its calendars', 'See the check of the service.')];
    return told.map(({ policy, version, knownUntil, neededUntil }) =>
      // Dates as text sort by time.
      neededUntil <= knownUntil
        ? ok(
            `policy ${policy}, version ${version}: holidays are known until ${knownUntil}, needed until ${neededUntil}`,
          )
        : problem(
            `policy ${policy}, version ${version}: a complaint of today may need holidays until ${neededUntil}, and they are known until ${knownUntil}`,
            'Enter the holidays of the years to come in the schedule or the policy (docs/calendars.md), or update the service; then restart it.',
          ),
    );
  },
};
