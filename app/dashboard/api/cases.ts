import { z } from 'zod';
import { count, day, id, instant } from './shapes.ts';

/** A case as a line of the register. */
export const caseSchema = z.object({
  ticketId: id,
  currentTicketId: id,
  stage: z.string(),
  channel: z.string().nullable(),
  category: z.string().nullable(),
  flags: z.array(z.string()),
  outcome: z.string().nullable(),
  policy: z.object({ id: z.string(), version: z.string() }),
  receivedAt: instant,
  closedAt: instant.nullable(),
  /** `regime.duty` */
  nextDuty: z.string().nullable(),
  nextDueAt: instant.nullable(),
  /** In the policy's zone. */
  nextDueDate: day.nullable(),
  overdue: z.boolean(),
  assigneeId: id.nullable(),
  groupId: id.nullable(),
  brandId: id.nullable(),
  organizationId: id.nullable(),
  requesterId: id,
  marks: z.array(z.string()),
  byPost: z.boolean(),
});
export type Case = z.infer<typeof caseSchema>;

export const casesSchema = z.object({
  cases: z.array(caseSchema),
  nextCursor: z.string().nullable(),
  /** With the first page only. */
  total: count.optional(),
});
export type Cases = z.infer<typeof casesSchema>;
