import { badRequest, Fault } from '../fault.ts';
import type { Call } from '../http/route.ts';
import { idOf } from '../json.ts';

/** What changed within so many seconds of the request is left out, and no start may lie there. */
export const SETTLING_S = 60;

/**
 * `start_time` of an export, in epoch seconds.
 * @param now the account's time, epoch seconds
 * @throws Fault 400 without one, or where it is too recent. Ticket exports answer that with `StartTimeTooRecent`;
 *   the others are known for 422 `InvalidValue`, which the caller asks for with `legacy` [?].
 */
export function startTimeOf(call: Call, now: number, legacy = false): number {
  const start = idOf(call.query.start_time);
  if (start === undefined) {
    throw badRequest(
      'You passed an invalid value for the start_time attribute. Invalid parameter: start_time must be an integer from api/v2/incremental',
    );
  }
  if (start <= now - SETTLING_S) return start;
  const description = `Too recent start_time. Use a start_time older than ${SETTLING_S} seconds`;
  if (legacy) throw new Fault(422, { error: 'InvalidValue', description });
  throw new Fault(400, { error: 'StartTimeTooRecent', description });
}
