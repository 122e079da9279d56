import { z } from 'zod';
import type * as seed from './seed-file.ts';

/**
 * The schema of a seed file, for what comes from a path and has no types. Each object names every property of its
 * interface: the compiler sees to that, and an unknown property is a fault.
 */
type Shape<Value> = Record<keyof Value, z.ZodType>;

const id = z.int();
const text = z.string();
const maybeText = text.nullable().optional();
const maybeId = id.nullable().optional();
const tags = z.array(text).optional();
const bodies = z.array(z.record(text, z.unknown())).optional();
const moment = text
  .regex(
    /^([+-]?\d+(\.\d+)?[smhd]|\d{4}-\d{2}-\d{2}.*)$/,
    'is no time: write ISO (2026-04-08T07:30:00Z) or relative to the start (-2h)',
  )
  .optional();

const account = {
  subdomain: text.optional(),
  name: text.optional(),
  locale: text.optional(),
  locales: z.array(text).optional(),
  timezone: text.optional(),
  plan: text.optional(),
  email_ccs: z.boolean().optional(),
  tagging: z.boolean().optional(),
} satisfies Shape<NonNullable<seed.SeedFile['account']>>;

const organization = {
  id,
  name: text,
  domain_names: z.array(text).optional(),
  tags,
  details: maybeText,
  notes: maybeText,
  external_id: maybeText,
  group_id: maybeId,
} satisfies Shape<seed.SeedOrganization>;

const user = {
  id,
  name: text,
  email: maybeText,
  role: z.enum(['admin', 'agent', 'end-user']),
  locale: text.optional(),
  time_zone: text.optional(),
  group_ids: z.array(id).optional(),
  organization_id: maybeId,
  custom_role_id: maybeId,
  service: z.boolean().optional(),
  suspended: z.boolean().optional(),
  phone: maybeText,
  details: text.optional(),
  tags,
} satisfies Shape<seed.SeedUser>;

const attachment = {
  file_name: text,
  content_type: text.optional(),
  content: text.optional(),
  content_base64: z.base64().optional(),
  inline: z.boolean().optional(),
} satisfies Shape<seed.SeedAttachment>;

const comment = {
  author_id: id,
  body: text.optional(),
  html_body: text.optional(),
  public: z.boolean().optional(),
  created_at: moment,
  attachments: z
    .array(
      z
        .strictObject(attachment)
        .refine(
          (file) => (file.content === undefined) !== (file.content_base64 === undefined),
          'needs either content (text) or content_base64',
        ),
    )
    .optional(),
} satisfies Shape<seed.SeedComment>;

const ticket = {
  id,
  subject: text,
  requester_id: id,
  submitter_id: id.optional(),
  assignee_id: maybeId,
  group_id: maybeId,
  via: z.strictObject({ channel: text, source: z.record(text, z.unknown()).optional() }).optional(),
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed']).optional(),
  priority: maybeText,
  type: maybeText,
  tags,
  organization_id: maybeId,
  ticket_form_id: maybeId,
  external_id: maybeText,
  due_at: moment.nullable(),
  email_cc_ids: z.array(id).optional(),
  follower_ids: z.array(id).optional(),
  custom_fields: z.array(z.strictObject({ id, value: z.unknown() })).optional(),
  created_at: moment,
  comments: z.array(z.strictObject(comment)).min(1, 'needs at least one comment'),
} satisfies Shape<seed.SeedTicket>;

const schedule = {
  id: id.optional(),
  name: text,
  time_zone: text,
  intervals: z.array(z.strictObject({ start_time: id, end_time: id })).optional(),
  holidays: z.array(z.strictObject({ name: text, start_date: text, end_date: text })).optional(),
} satisfies Shape<seed.SeedSchedule>;

const rating = {
  ticket_id: id,
  score: z.enum(['offered', 'good', 'bad']),
  comment: text.optional(),
  created_at: moment,
} satisfies Shape<seed.SeedRating>;

const suspended = {
  id: id.optional(),
  from: z.strictObject({ name: text, email: text }),
  subject: text,
  content: text,
  cause: text.optional(),
  ticket_id: maybeId,
  created_at: moment,
} satisfies Shape<seed.SeedSuspended>;

const list = (shape: Record<string, z.ZodType>) => z.array(z.strictObject(shape)).optional();

const file = {
  account: z.strictObject(account).optional(),
  groups: list({ id, name: text }),
  organizations: list(organization),
  custom_roles: bodies,
  users: list(user),
  tickets: list(ticket),
  ticket_fields: bodies,
  dynamic_content: bodies,
  macros: bodies,
  triggers: bodies,
  automations: bodies,
  views: bodies,
  schedules: list(schedule),
  satisfaction_ratings: list(rating),
  suspended_tickets: list(suspended),
} satisfies Shape<seed.SeedFile>;

const SeedSchema = z.strictObject(file);

/** What is wrong with a value as a seed, a line for each fault: `users[0].role: Invalid option: ...`. Empty if nothing is. */
export function seedFaults(value: unknown): string[] {
  const result = SeedSchema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`);
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? 'seed' : text.replace(/^\./, '');
}
