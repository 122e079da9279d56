import { z } from 'zod';

/** The parts of Zendesk's replies that the workspace shows. Unknown properties are dropped. */

export const optionalText = z
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
  notes: optionalText,
  alias: optionalText,
  signature: optionalText,
  external_id: optionalText,
  organization_id: optionalId,
  tags: z.array(z.string()).default([]),
  suspended: z.boolean().default(false),
});
export type User = z.infer<typeof userShape>;

/** A custom field's value: text, number, flag, chosen options, or nothing. */
export const fieldValueShape = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type FieldValue = z.infer<typeof fieldValueShape>;

const viaShape = z
  .object({
    channel: z.union([z.string(), z.number()]).transform(String),
    source: z
      .object({
        rel: optionalText,
        from: z.record(z.string(), z.unknown()).nullish(),
        to: z.record(z.string(), z.unknown()).nullish(),
      })
      .partial()
      .nullish(),
  })
  .catch({ channel: 'api' });

export type Via = z.infer<typeof viaShape>;

const ids = z
  .array(z.number())
  .nullish()
  .transform((value) => value ?? []);

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
  custom_status_id: optionalId,
  email_cc_ids: ids,
  follower_ids: ids,
  followup_ids: ids,
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
  content_type: z.string().default('application/octet-stream'),
  size: z.number().default(0),
  deleted: z.boolean().default(false),
});
export type Attachment = z.infer<typeof attachmentShape>;

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

/** An audit event that is a message: `VoiceComment` tells of a call in `data`. */
export const commentEventShape = z.object({
  id: z.number(),
  type: z.enum(['Comment', 'VoiceComment']),
  data: z.record(z.string(), z.unknown()).nullish(),
  author_id: z.number(),
  body: z.string().default(''),
  html_body: z.string().default(''),
  public: z.boolean(),
  attachments: z.array(attachmentShape).default([]),
});
export type CommentEvent = z.infer<typeof commentEventShape>;

export const groupShape = z.object({ id: z.number(), name: z.string() });
export type Group = z.infer<typeof groupShape>;

export const membershipShape = z.object({ user_id: z.number(), group_id: z.number() });

export const organizationShape = z.object({
  id: z.number(),
  name: z.string(),
  details: optionalText,
  notes: optionalText,
  external_id: optionalText,
  group_id: optionalId,
  tags: z.array(z.string()).default([]),
  domain_names: z.array(z.string()).default([]),
  shared_tickets: z.boolean().default(false),
  shared_comments: z.boolean().default(false),
});
export type Organization = z.infer<typeof organizationShape>;

export const brandShape = z.object({ id: z.number(), name: z.string() });
export type Brand = z.infer<typeof brandShape>;
