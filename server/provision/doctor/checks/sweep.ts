import { notCheckable, ok, problem, warning } from '../findings.ts';
import type { Check } from '../types.ts';

/** From here on it is an alarm; see docs/operations.md. */
const ALARM_SECONDS = 1_800;

const minutes = (seconds: number): string => `${Math.round(seconds / 60)} min`;

/** Complaints whose webhook never came are found by the sweep: it has to run. */
export const sweep: Check = {
  id: 'sweep',
  title: 'The sweep',
  run: async ({ living }) => {
    const answer = await living.ready();
    const told = answer.kind === 'told' ? answer.told.sweep : undefined;
    if (!told)
      return [notCheckable('the service does not tell of its sweeps', 'See the check of the service.')];
    const { ageSeconds, everySeconds } = told;
    if (ageSeconds === null)
      return [
        warning(
          'no sweep was completed yet',
          'Wait until the service has run for a few minutes, and run the doctor again.',
        ),
      ];
    if (ageSeconds > Math.max(ALARM_SECONDS, 3 * everySeconds))
      return [
        problem(
          `the last sweep was completed ${minutes(ageSeconds)} ago: webhooks that were lost go unnoticed`,
          'See the service’s log for "a round failed" or "the sweep can not keep up", and /metrics for complaint_clock_sweep_age_seconds.',
        ),
      ];
    return [
      ok(
        `the last one was completed ${minutes(ageSeconds)} ago, the next comes every ${minutes(everySeconds)}`,
      ),
    ];
  },
};
