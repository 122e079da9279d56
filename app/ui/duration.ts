import { DAY, HOUR, MINUTE } from '../../domain/local-date.ts';
import type { Say } from './language.ts';

const IN_DAYS = 2 * DAY;

/** "13 h 48 min": a length of time in whole minutes, in days and hours from two days on. */
export function durationText(milliseconds: number, say: Say): string {
  const length = Math.max(0, milliseconds);
  if (length < MINUTE) return say('time.moment');
  if (length < HOUR) return say('time.minutes', { minutes: Math.floor(length / MINUTE) });
  if (length < IN_DAYS) {
    return say('time.hoursMinutes', {
      hours: Math.floor(length / HOUR),
      minutes: Math.floor((length % HOUR) / MINUTE),
    });
  }
  return say('time.daysHours', {
    days: Math.floor(length / DAY),
    hours: Math.floor((length % DAY) / HOUR),
  });
}

/** The length of the unit in which {@link durationText} counts at this length. */
export function durationUnit(milliseconds: number): number {
  return Math.abs(milliseconds) < IN_DAYS ? MINUTE : HOUR;
}
