import { z } from 'zod';

/** The parts of Zendesk's replies that the workspace shows. Unknown properties are dropped. */

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const optionalId = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

export const userShape = z.object({
  id: z.number(),
  name: z.string(),
  email: optionalText,
  phone: optionalText,
  role: z.string(),
  locale: z.string().default('en-US'),
  iana_time_zone: z.string().optional(),
  time_zone: optionalText,
  details: optionalText,
  suspended: z.boolean().default(false),
});
export type User = z.infer<typeof userShape>;

/** A custom field's value: text, number, flag, chosen options, or nothing. */
export const fieldValueShape = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type FieldValue = z.infer<typeof fieldValueShape>;

const viaShape = z
  .object({
    channel: z.union([z.string(), z.number()]).transform(String),
    source: z.object({ rel: optionalText }).partial().optional(),
  })
  .catch({ channel: 'api' });

export const ticketShape = z.object({
  id: z.number(),
  subject: optionalText,
  description: optionalText,
  status: z.string(),
  priority: optionalText,
  type: optionalText,
  tags: z.array(z.string()).default([]),
  requester_id: z.number(),
  assignee_id: optionalId,
  group_id: optionalId,
  organization_id: optionalId,
  brand_id: optionalId,
  ticket_form_id: optionalId,
  custom_fields: z.array(z.object({ id: z.number(), value: fieldValueShape })).default([]),
  due_at: optionalText,
  via: viaShape,
  created_at: z.string(),
  updated_at: z.string(),
});
export type Ticket = z.infer<typeof ticketShape>;

export const attachmentShape = z.object({
  id: z.number(),
  file_name: z.string(),
  content_url: z.string(),
  size: z.number().default(0),
});

export const auditEventShape = z.looseObject({ id: z.number(), type: z.string() });
export type AuditEvent = z.infer<typeof auditEventShape>;

export const auditShape = z.object({
  id: z.number(),
  author_id: z.number(),
  created_at: z.string(),
  via: viaShape,
  metadata: z.object({ custom: z.record(z.string(), z.unknown()).default({}) }).nullish(),
  events: z.array(auditEventShape).default([]),
});
export type Audit = z.infer<typeof auditShape>;

/** An audit event of type Comment. */
export const commentEventShape = z.object({
  id: z.number(),
  type: z.literal('Comment'),
  author_id: z.number(),
  body: z.string().default(''),
  html_body: z.string().default(''),
  public: z.boolean(),
  attachments: z.array(attachmentShape).default([]),
});
export type CommentEvent = z.infer<typeof commentEventShape>;

export const groupShape = z.object({ id: z.number(), name: z.string() });
export type Group = z.infer<typeof groupShape>;

export const organizationShape = z.object({ id: z.number(), name: z.string() });
export type Organization = z.infer<typeof organizationShape>;

export const ticketFieldShape = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string(),
  active: z.boolean().default(true),
  position: z.number().default(0),
  required: z.boolean().default(false),
  description: optionalText,
  custom_field_options: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullish()
    .transform((value) => value ?? []),
});
export type TicketField = z.infer<typeof ticketFieldShape>;

export const ticketFormShape = z.object({
  id: z.number(),
  name: z.string(),
  default: z.boolean().default(false),
  active: z.boolean().default(true),
  ticket_field_ids: z.array(z.number()),
});
export type TicketForm = z.infer<typeof ticketFormShape>;

export const macroShape = z.object({
  id: z.number(),
  title: z.string(),
  description: optionalText,
  active: z.boolean().default(true),
});
export type Macro = z.infer<typeof macroShape>;

/** What applying a macro would make of the ticket; the ticket itself is unchanged. */
export const macroResultShape = z.object({
  ticket: z
    .object({
      subject: z.string().nullish(),
      status: z.string().nullish(),
      priority: z.string().nullish(),
      type: z.string().nullish(),
      assignee_id: z.number().nullish(),
      group_id: z.number().nullish(),
      tags: z.array(z.string()).nullish(),
      custom_fields: z.array(z.object({ id: z.number(), value: fieldValueShape })).nullish(),
      comment: z
        .object({
          body: z.string().nullish(),
          html_body: z.string().nullish(),
          public: z.boolean().nullish(),
        })
        .nullish(),
    })
    .partial(),
});
export type MacroResult = z.infer<typeof macroResultShape>;

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
