import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { isWeekend } from 'date-fns/isWeekend';
import { ControlError } from './answer.ts';

/** More than ten years of them are a slip of the pen. */
const MOST = 2600;

/**
 * The same time of day so many days from Monday to Friday later, in a time zone. Holidays are not left out: an
 * account has none until somebody makes a schedule.
 * @param now epoch ms
 * @throws ControlError where the number is no whole one above 0
 */
export function workingDaysLater(now: number, days: number, timeZone: string): number {
  if (!Number.isInteger(days) || days < 1 || days > MOST)
    throw new ControlError(`workingDays is a whole number from 1 to ${MOST}.`);
  let at = new TZDate(now, timeZone);
  for (let left = days; left > 0; left--) {
    at = addDays(at, 1);
    while (isWeekend(at)) at = addDays(at, 1);
  }
  return at.getTime();
}
