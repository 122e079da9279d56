import { TZDate } from '@date-fns/tz';
import { addBusinessDays, addDays, format, startOfDay } from 'date-fns';
import type { Opponent, Setup } from '../opponent.ts';

/** The loop that most people write: the next weekday, until enough of them were no holiday. */
export function dateFnsLoop({ zone, holidays }: Setup): Opponent {
  const isHoliday = new Set(holidays);
  return {
    name: 'a loop with date-fns',
    full: 'a loop with date-fns and @date-fns/tz',
    dueAt(receivedAt, workingDays) {
      let day = new TZDate(receivedAt, zone);
      for (let left = workingDays; left > 0; ) {
        day = addBusinessDays(day, 1);
        if (!isHoliday.has(format(day, 'yyyy-MM-dd'))) left -= 1;
      }
      return addDays(startOfDay(day), 1).getTime();
    },
  };
}
