import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import businessDays from 'dayjs-business-days2';
import type { Opponent, Setup } from '../opponent.ts';

export function dayjsBusinessDays({ zone, holidays }: Setup): Opponent {
  dayjs.extend(utc);
  dayjs.extend(timezone);
  dayjs.extend(businessDays);
  dayjs.setHolidays([...holidays]);
  dayjs.setHolidayFormat('YYYY-MM-DD');
  return {
    name: 'dayjs-business-days2',
    full: 'dayjs-business-days2 with dayjs/plugin/timezone',
    // Its sums in a zone are those of UTC: the day is found there, its midnight in the zone.
    dueAt(receivedAt, workingDays) {
      const day = dayjs.utc(dayjs(receivedAt).tz(zone).format('YYYY-MM-DD'));
      const next = day.businessDaysAdd(workingDays).add(1, 'day');
      return dayjs.tz(next.format('YYYY-MM-DD'), zone).valueOf();
    },
  };
}
