import { localDateAt } from '../../domain/local-date.ts';
import type { Duty, Policy } from '../../domain/policy.ts';
import { UsageError } from '../command/usage-error.ts';
import type { TypedEvent } from './typed-event.ts';

/** Whether the time of day of an event changes a duty's due time, or whether it was kept. */
function needsTime({ kind, fields }: TypedEvent, duty: Duty, dayEnds: string): boolean {
  const inHours = duty.spans.some(({ within }) => within.unit === 'hours');
  if (duty.spans.some(({ after, within }) => after === kind && within.unit === 'hours')) return true;
  const keeps = kind === 'extended' ? fields.duty === duty.id : duty.doneBy.some((done) => done === kind);
  return keeps && (inHours || dayEnds !== '24:00');
}

function dutyNeedingTime(event: TypedEvent, policy: Policy): string | undefined {
  for (const regime of policy.regimes) {
    const dayEnds = regime.counting.dayEnds ?? policy.counting.dayEnds;
    const duty = regime.duties.find((one) => needsTime(event, one, dayEnds));
    if (duty) return `${regime.id}.${duty.id}`;
  }
  return undefined;
}

/**
 * A date alone will do where the time of day can't matter: where no duty in hours or with a close of business hangs on
 * the event, and nothing else happened on that day that it would have to be put in order with. @throws UsageError
 */
export function checkDateOnly(events: readonly TypedEvent[], policy: Policy): void {
  const dayOf = ({ at }: TypedEvent): string => localDateAt(at, policy.timeZone);
  for (const event of events.filter(({ dateOnly }) => dateOnly)) {
    const how = `say the time of day too, e.g. ${event.kind}=${dayOf(event)}T09:00`;
    const duty = dutyNeedingTime(event, policy);
    if (duty !== undefined)
      throw new UsageError(`${event.label}: a date alone is not enough for "${duty}": ${how}`);
    const timed = events.find((other) => !other.dateOnly && dayOf(other) === dayOf(event));
    if (timed)
      throw new UsageError(
        `${event.label}: ${timed.kind} is on the same day, so their order is not clear: ${how}`,
      );
  }
}
