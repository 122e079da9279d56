import { z } from 'zod/mini';
import type { CalendarData } from './calendar.ts';
import { isLocalDate, isZone, type LocalDate } from './local-date.ts';

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');

/** A calendar's data as JSON carries it: on the clock record, and in the service's answers. */
export const calendarDataSchema = z.object({
  zone: z.string().check(z.refine(isZone, 'not a time zone')),
  week: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])),
  off: z.array(
    z.object({
      date,
      name: z.string(),
      names: z.exactOptional(z.record(z.string(), z.string())),
      region: z.string(),
      regions: z.exactOptional(z.array(z.string())),
    }),
  ),
  on: z.exactOptional(z.array(date)),
  from: date,
  until: date,
}) satisfies z.ZodMiniType<CalendarData>;
