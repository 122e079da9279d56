// moment-timezone first: it puts the zones into the moment that moment-business-days adds its days to.
import moment from 'moment-timezone';
import 'moment-business-days';
import type { Opponent, Setup } from '../opponent.ts';

export function momentBusinessDays({ zone, holidays }: Setup): Opponent {
  moment.updateLocale('en', { holidays: [...holidays], holidayFormat: 'YYYY-MM-DD' });
  return {
    name: 'moment-business-days',
    full: 'moment-business-days with moment-timezone',
    dueAt: (receivedAt, workingDays) =>
      moment.tz(receivedAt, zone).businessAdd(workingDays).add(1, 'day').startOf('day').valueOf(),
  };
}
