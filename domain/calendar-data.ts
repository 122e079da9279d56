import { z } from 'zod';
import type { CalendarData } from './calendar.ts';
import { isLocalDate, isZone, type LocalDate } from './local-date.ts';

const date = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), 'not a date');

/** A calendar's data as JSON carries it: on the clock record, and in the service's answers. */
export const calendarDataSchema = z.object({
  zone: z.string().refine(isZone, 'not a time zone'),
  week: z.array(z.literal([1, 2, 3, 4, 5, 6, 7])),
  off: z.array(
    z.object({
      date,
      name: z.string(),
      names: z.record(z.string(), z.string()).exactOptional(),
      region: z.string(),
      regions: z.array(z.string()).exactOptional(),
    }),
  ),
  on: z.array(date).exactOptional(),
  from: date,
  until: date,
}) satisfies z.ZodType<CalendarData>;
