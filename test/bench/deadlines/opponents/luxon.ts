import luxon from 'luxon-business-days';
import type { Opponent, Setup } from '../opponent.ts';

export function luxonBusinessDays({ zone, holidays }: Setup): Opponent {
  const dates = new Set(holidays);
  const { DateTime } = luxon;
  DateTime.fromMillis(0, { zone }).setupBusiness({
    businessDays: [1, 2, 3, 4, 5],
    holidayMatchers: [(day) => dates.has(day.toISODate() ?? '')],
  });
  return {
    name: 'luxon-business-days',
    full: 'luxon-business-days with luxon',
    dueAt: (receivedAt, workingDays) =>
      DateTime.fromMillis(receivedAt, { zone })
        .plusBusiness({ days: workingDays })
        .plus({ days: 1 })
        .startOf('day')
        .toMillis(),
  };
}
