import { z } from 'zod';
import { caseSchema } from './cases.ts';
import { count, day, id, instant } from './shapes.ts';

const forecastDay = z.object({
  date: day,
  /** The last date of what is counted: free days after the working day belong to it. */
  until: day,
  total: count,
  bySteps: z.array(z.object({ regime: z.string(), duty: z.string(), count })),
  byOwners: z.array(z.object({ assigneeId: id.nullable(), count })),
});
export type ForecastDay = z.infer<typeof forecastDay>;

export const overviewSchema = z.object({
  now: instant,
  timeZone: z.string(),
  openTotal: count,
  figures: z.object({
    overdue: z.object({ count, oldestDueAt: instant.nullable() }),
    dueToday: z.object({ count, firstDueAt: instant.nullable(), until: day.nullable() }),
    dueTomorrow: z.object({ count, date: day.nullable(), until: day.nullable() }),
    noOwner: z.object({ count, overdue: count }),
    byPost: z.object({ count }),
    notSent: z.object({ count }),
    refusedChannel: z.object({ count }),
    needsPerson: z.object({ count }),
  }),
  nextDue: z.array(caseSchema),
  forecast: z.array(forecastDay),
});
export type Overview = z.infer<typeof overviewSchema>;
