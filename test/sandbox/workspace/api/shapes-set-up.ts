import { z } from 'zod';
import { attachmentShape, optionalText } from './shapes.ts';

export const viewShape = z.object({ id: z.number(), title: z.string(), active: z.boolean().default(true) });
export type View = z.infer<typeof viewShape>;

/** The rows of a view: each holds the chosen columns by id, and the ticket's own core properties. */
export const viewRowsShape = z.object({
  columns: z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String), title: z.string() })),
  rows: z.array(
    z.looseObject({
      ticket: z.looseObject({ id: z.number(), subject: optionalText, status: z.string().default('open') }),
    }),
  ),
  view: z
    .object({ execution: z.object({ group_by: z.union([z.string(), z.number()]).nullish() }).partial() })
    .partial()
    .optional(),
});
export type ViewRows = z.infer<typeof viewRowsShape>;

export const viewCountsShape = z.object({
  view_counts: z.array(z.object({ view_id: z.number(), value: z.number().nullable() })),
});

/** A status that an account made within one of Zendesk's categories, or the category's default. */
export const customStatusShape = z.object({
  id: z.number(),
  status_category: z.string(),
  agent_label: z.string(),
  active: z.boolean().default(true),
  default: z.boolean().default(false),
});
export type CustomStatus = z.infer<typeof customStatusShape>;

export const triggerShape = z.object({ id: z.number(), title: z.string() });

export const uploadShape = z.object({
  upload: z.object({ token: z.string(), attachment: attachmentShape }),
});

/** A job in the background; `results` are there once it is completed. */
export const jobShape = z.object({
  job_status: z.object({
    id: z.string(),
    status: z.string(),
    message: optionalText,
    results: z
      .union([
        z.array(z.looseObject({ id: z.number().nullish(), success: z.boolean().nullish() })),
        z.unknown(),
      ])
      .nullish(),
  }),
});
export type Job = z.infer<typeof jobShape>['job_status'];
