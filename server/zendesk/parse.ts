import { z } from 'zod';
import { ZendeskError } from './errors.ts';
import { auditEvent } from './parse-event.ts';
import { id, instant, ticketSchema, via, viaSchema } from './parse-ticket.ts';
import type { Audit, MacroResult, ZendeskUser } from './port.ts';

const auditSchema = z
  .object({
    id,
    ticket_id: id,
    author_id: id.nullish(),
    created_at: instant,
    metadata: z.object({ custom: z.record(z.string(), z.unknown()).nullish().catch(undefined) }).nullish(),
    via: viaSchema,
    events: z.array(z.unknown()).nullish(),
  })
  .transform(
    (raw): Audit => ({
      id: raw.id,
      ticketId: raw.ticket_id,
      authorId: raw.author_id ?? -1,
      createdAt: raw.created_at,
      metadata: raw.metadata?.custom ?? {},
      via: via(raw.via),
      events: (raw.events ?? []).map((event) => auditEvent(event, raw.author_id ?? -1)),
    }),
  );

const userFields = z.object({
  id,
  name: z.string().nullish(),
  role: z.enum(['end-user', 'agent', 'admin']),
  locale: z.string().nullish(),
  email: z.string().nullish(),
  suspended: z.boolean().nullish(),
  active: z.boolean().nullish(),
});

const userOf = (raw: z.infer<typeof userFields>): ZendeskUser => ({
  id: raw.id,
  name: raw.name ?? '',
  role: raw.role,
  locale: raw.locale ?? 'en-US',
  email: raw.email || null,
  suspended: raw.suspended ?? false,
  active: raw.active ?? true,
});

const userSchema = userFields.transform(userOf);

/**
 * A user who came along with a ticket or an audit. Zendesk calls such users partial: one that lacks what decides whether
 * a customer is written to is none, and has to be asked for.
 */
const sideloadedUser = userFields
  .extend({
    email: z.string().nullable(),
    suspended: z.boolean().nullable(),
    active: z.boolean().nullable(),
    locale: z.string().nullable(),
  })
  .transform(userOf);

const flag = z.union([z.boolean(), z.stringbool()]).nullish().catch(undefined);

const macroSchema = z
  .object({
    result: z.object({
      ticket: z.object({
        comment: z
          .object({ body: z.string().nullish(), html_body: z.string().nullish(), public: flag })
          .nullish(),
        tags: z.array(z.string()).nullish().catch(undefined),
      }),
    }),
  })
  .transform(({ result: { ticket } }): MacroResult => {
    const { comment, tags } = ticket;
    return {
      body: comment?.body ?? '',
      ...(comment?.html_body ? { htmlBody: comment.html_body } : {}),
      ...(tags ? { tags } : {}),
      ...(typeof comment?.public === 'boolean' ? { public: comment.public } : {}),
    };
  });

function parser<T>(what: string, schema: z.ZodType<T>): (reply: unknown) => T {
  return (reply) => {
    const parsed = schema.safeParse(reply);
    if (parsed.success) return parsed.data;
    // Where it went wrong, never what was there: it may be a customer's text.
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new ZendeskError(`Zendesk's ${what} can't be read: ${where}`, {
      code: 'malformed',
      effect: 'none',
    });
  };
}

export const parseTicket = parser('ticket', ticketSchema);
export const parseAudit = parser('audit', auditSchema);
export const parseUser = parser('user', userSchema);
export const parseMacroResult = parser('applied macro', macroSchema);

/** The users beside a ticket or audits that are told whole; none where there is no such list. */
export function parseSideloads(users: unknown): ZendeskUser[] {
  if (!Array.isArray(users)) return [];
  return users.flatMap((user: unknown) => {
    const parsed = sideloadedUser.safeParse(user);
    return parsed.success ? [parsed.data] : [];
  });
}
