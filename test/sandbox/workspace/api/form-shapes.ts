import { z } from 'zod';
import { optionalText } from './shapes.ts';

export const ticketFieldShape = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string(),
  active: z.boolean().default(true),
  position: z.number().default(0),
  required: z.boolean().default(false),
  description: optionalText,
  regexp_for_validation: optionalText,
  custom_field_options: z
    .array(z.object({ name: z.string(), value: z.string(), default: z.boolean().nullish() }))
    .nullish()
    .transform((value) => value ?? []),
});
export type TicketField = z.infer<typeof ticketFieldShape>;

/** Shows child fields while the parent field has the value. */
const conditionShape = z.object({
  parent_field_id: z.number(),
  value: z.union([z.string(), z.boolean(), z.number(), z.null()]).transform(String),
  child_fields: z.array(
    z.object({
      id: z.number(),
      is_required: z.boolean().default(false),
      required_on_statuses: z
        .object({ type: z.string(), statuses: z.array(z.string()).default([]) })
        .partial()
        .nullish(),
    }),
  ),
});
export type FormCondition = z.infer<typeof conditionShape>;

export const ticketFormShape = z.object({
  id: z.number(),
  name: z.string(),
  default: z.boolean().default(false),
  active: z.boolean().default(true),
  ticket_field_ids: z.array(z.number()),
  agent_conditions: z
    .array(conditionShape)
    .nullish()
    .catch([])
    .transform((value) => value ?? []),
});
export type TicketForm = z.infer<typeof ticketFormShape>;
