import { z } from 'zod';

/**
 * Events of audits by type, from Zendesk's page on ticket audits: the description names five of their properties. An
 * event may say where it came from (`via`) when that isn't where its audit came from.
 */
const Via = z.looseObject({ channel: z.string(), source: z.looseObject({ rel: z.string().nullish() }) });
const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const id = z.int();
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ id, type: z.literal(type), via: Via.optional(), ...shape });

const comment = {
  author_id: z.int(),
  body: z.string(),
  html_body: z.string(),
  plain_body: z.string(),
  public: z.boolean(),
  attachments: z.array(z.looseObject({ id, content_url: z.url() })),
  audit_id: z.int(),
};
const mail = { subject: z.string(), body: z.string(), recipients: z.array(z.int()) };

export const AuditEvent = z.discriminatedUnion('type', [
  event('Create', { field_name: z.string(), value: Value }),
  event('Change', { field_name: z.string(), value: Value, previous_value: Value }),
  event('Comment', comment),
  event('VoiceComment', {
    ...comment,
    formatted_from: z.string().optional(),
    formatted_to: z.string().optional(),
    transcription_visible: z.boolean().optional(),
    data: z.looseObject({}),
  }),
  event('Notification', mail),
  event('NotificationWithCcs', { ...mail, is_email_sent: z.boolean().optional() }),
  event('AgentMacroReference', { macro_id: z.string(), macro_title: z.string(), macro_deleted: z.boolean() }),
  event('CommentPrivacyChange', { comment_id: z.int(), public: z.literal(false) }),
  event('CommentRedactionEvent', { comment_id: z.int() }),
  event('AttachmentRedactionEvent', { attachment_id: z.int(), comment_id: z.int() }),
  event('EmailCcChange', {
    current_email_ccs: z.array(z.union([z.int(), z.string()])),
    previous_email_ccs: z.array(z.union([z.int(), z.string()])),
  }),
  event('FollowerChange', {
    current_followers: z.array(z.union([z.int(), z.string()])),
    previous_followers: z.array(z.union([z.int(), z.string()])),
  }),
  event('External', { resource: z.string(), body: z.string(), success: z.boolean().optional() }),
  event('WebhookEvent', { resource: z.string().optional(), body: z.string().optional() }),
  event('SatisfactionRating', {
    score: z.enum(['offered', 'unoffered', 'good', 'bad']),
    assignee_id: z.int().nullable(),
    body: z.string().nullish(),
  }),
]);

const Audits = z.union([
  z.looseObject({ audits: z.array(z.looseObject({ events: z.array(z.unknown()) })) }),
  z.looseObject({ audit: z.looseObject({ events: z.array(z.unknown()) }) }).transform((body) => ({
    audits: [body.audit],
  })),
]);

/** What is wrong with the events of a reply that holds audits; nothing for other replies. */
export function faultsOfEvents(json: unknown): string[] {
  const reply = Audits.safeParse(json);
  if (!reply.success) return [];
  const faults = reply.data.audits
    .flatMap(({ events }) => events)
    .flatMap((one) => {
      const issues = AuditEvent.safeParse(one).error?.issues ?? [];
      const { type } = z.object({ type: z.string().catch('?') }).parse(one);
      return issues.map(({ path, message }) => `event ${type} ${path.join('.')}: ${message}`);
    });
  return [...new Set(faults)];
}
