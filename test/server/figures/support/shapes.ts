import { z } from 'zod';

const count = z.number().int().nonnegative();
const time = z.iso.datetime().nullable();
const date = z.iso.date();
const at = z.object({ count });
const row = z.looseObject({ ticketId: z.number() });

export const registerShape = z.object({ cases: z.array(row), total: z.number() });

/** The answers as the page takes them; what isn't named here is not there. */
export const overviewShape = z.strictObject({
  now: z.iso.datetime(),
  timeZone: z.string(),
  openTotal: count,
  figures: z.strictObject({
    overdue: z.strictObject({ count, oldestDueAt: time }),
    dueToday: z.strictObject({ count, firstDueAt: time, until: date }),
    dueTomorrow: z.strictObject({ count, date: date.nullable(), until: date.nullable() }),
    noOwner: z.strictObject({ count, overdue: count }),
    byPost: at,
    notSent: at,
    refusedChannel: at,
    needsPerson: at,
  }),
  nextDue: z.array(row),
  forecast: z.array(
    z.strictObject({
      date,
      until: date,
      total: count,
      bySteps: z.array(z.strictObject({ regime: z.string(), duty: z.string(), count })),
      byOwners: z.array(z.strictObject({ assigneeId: z.number().nullable(), count })),
    }),
  ),
});

const share = z.number().min(0).max(1).nullable();
const seconds = z.number().nonnegative().nullable();

export const promisesShape = z.strictObject({
  month: z.string(),
  previous: z.string(),
  timeZone: z.string(),
  duties: z.array(
    z.strictObject({
      regime: z.string(),
      duty: z.string(),
      promise: z.string().nullable(),
      onTime: count,
      late: count,
      overdue: count,
      waived: count,
      share,
      previousShare: share,
      history: z.array(
        z.strictObject({ month: z.string(), onTime: count, late: count, overdue: count, share }),
      ),
      times: z.strictObject({
        count,
        medianSeconds: seconds,
        p90Seconds: seconds,
        limitSeconds: seconds,
        sinceReceipt: z
          .strictObject({
            medianSeconds: seconds,
            p90Seconds: seconds,
            deciles: z.array(z.number()).length(9),
          })
          .nullable(),
      }),
    }),
  ),
  late: z.strictObject({
    total: count,
    byReason: z.array(z.strictObject({ code: z.string().nullable(), count })),
  }),
  handlers: z
    .array(z.strictObject({ assigneeId: z.number(), onTime: count, late: count, overdue: count }))
    .nullable(),
});

export const actionShape = z.strictObject({
  id: z.number(),
  category: z.string(),
  what: z.string(),
  ownerId: z.number(),
  dueDate: date,
  createdAt: z.iso.datetime(),
  doneAt: time,
  before: z.strictObject({ months: count, mean: z.number().nullable() }),
  after: z.strictObject({ months: count, mean: z.number() }).nullable(),
  fell: z.boolean().nullable(),
});

const limit = z.number().nonnegative().nullable();

export const causesShape = z.strictObject({
  month: z.string(),
  previous: z.string(),
  timeZone: z.string(),
  received: count,
  previousReceived: count,
  causes: z.array(
    z.strictObject({
      category: z.string().nullable(),
      count,
      previousCount: count,
      signal: z.enum(['above', 'below']).nullable(),
      chart: z.strictObject({
        months: z.array(z.strictObject({ month: z.string(), count })).length(12),
        mean: limit,
        lower: limit,
        upper: limit,
      }),
      actions: z.array(actionShape),
    }),
  ),
  responses: count,
  outcomes: z.strictObject({ upheld: count, partly_upheld: count, not_upheld: count }),
  redress: z.array(z.strictObject({ currency: z.string(), amount: z.string().regex(/^\d+\.\d\d$/) })),
  redressKinds: z.array(z.strictObject({ code: z.string(), count })),
  appeals: count,
  referred: count,
  decisions: z.array(z.strictObject({ decision: z.string().nullable(), count })),
  satisfaction: z.strictObject({ good: count, bad: count, offered: count }),
  lessons: count,
});
