import { z } from 'zod';
import { actionSchema } from './actions.ts';
import { count, month } from './shapes.ts';

const causeSchema = z.object({
  category: z.string().nullable(),
  count,
  previousCount: count,
  signal: z.enum(['above', 'below']).nullable(),
  /** XmR: the limits come from the months before the last one. Null while there are too few. */
  chart: z.object({
    months: z.array(z.object({ month, count })),
    mean: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
  }),
  actions: z.array(actionSchema),
});
export type Cause = z.infer<typeof causeSchema>;

export const causesSchema = z.object({
  month,
  previous: month,
  received: count,
  previousReceived: count,
  causes: z.array(causeSchema),
  responses: count,
  outcomes: z.object({ upheld: count, partly_upheld: count, not_upheld: count }),
  redress: z.array(z.object({ currency: z.string(), amount: z.coerce.number() })),
  redressKinds: z.array(z.object({ code: z.string(), count })),
  appeals: count,
  referred: count,
  decisions: z.array(z.object({ decision: z.string().nullable(), count })),
  satisfaction: z.object({ good: count, bad: count, offered: count }),
  lessons: count,
});
export type Causes = z.infer<typeof causesSchema>;
