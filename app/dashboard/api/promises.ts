import { z } from 'zod';
import { count, id, month, share } from './shapes.ts';

const dutySchema = z.object({
  regime: z.string(),
  duty: z.string(),
  /** "3 working days"; null where policies differ. */
  promise: z.string().nullable(),
  onTime: count,
  late: count,
  overdue: count,
  waived: count,
  share: share.nullable(),
  previousShare: share.nullable(),
  history: z.array(z.object({ month, onTime: count, late: count, share: share.nullable() })),
  times: z.object({
    count,
    medianSeconds: z.number().nullable(),
    p90Seconds: z.number().nullable(),
    limitSeconds: z.number().nullable(),
    /** The same, counted from the receipt of the complaint. */
    sinceReceipt: z
      .object({ medianSeconds: z.number().nullable(), p90Seconds: z.number().nullable() })
      .nullish(),
  }),
});
export type DutyKept = z.infer<typeof dutySchema>;

export const promisesSchema = z.object({
  month,
  previous: month,
  timeZone: z.string(),
  duties: z.array(dutySchema),
  late: z.object({ total: count, byReason: z.array(z.object({ code: z.string().nullable(), count })) }),
  /** Null where the policy doesn't switch it on. */
  handlers: z.array(z.object({ assigneeId: id.nullable(), onTime: count, late: count })).nullable(),
});
export type Promises = z.infer<typeof promisesSchema>;
