import { z } from 'zod';
import { day, id, instant } from './shapes.ts';

const span = z.object({ months: z.number(), mean: z.number().nullable() });

/** Something that a lead has decided to do about a root cause, and whether the cause fell afterwards. */
export const actionSchema = z.object({
  id,
  category: z.string(),
  what: z.string(),
  ownerId: id,
  dueDate: day,
  doneAt: instant.nullable(),
  createdAt: instant,
  before: span.nullable(),
  after: span.nullable(),
  /** Null while it can't be said yet. */
  fell: z.boolean().nullable(),
});
export type Action = z.infer<typeof actionSchema>;

export const actionsSchema = z.object({ actions: z.array(actionSchema) });

/** What a lead enters. */
export interface NewAction {
  readonly category: string;
  readonly what: string;
  readonly ownerId: number;
  readonly dueDate: string;
}
