import { z } from 'zod';
import type { AuditEvent, AuditValue } from './port.ts';

const id = z.int();
const idText = z.union([id, z.string().regex(/^\d+$/).transform(Number)]);

const ruleVia = z
  .object({
    channel: z.union([z.string(), z.number()]).nullish(),
    source: z
      .object({ rel: z.string().nullish(), from: z.object({ id: idText.nullish() }).nullish() })
      .nullish(),
  })
  .nullish()
  .catch(undefined);

const value = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String), z.array(z.string())])
  .nullish()
  .transform((read): AuditValue => read ?? null);

function byRule(via: z.infer<typeof ruleVia>): boolean {
  return via?.channel === 'rule' || via?.source?.rel === 'trigger' || via?.source?.rel === 'automation';
}

const comment = z.object({
  type: z.literal('Comment'),
  public: z.boolean(),
  author_id: id.nullish(),
  body: z.string().nullish(),
});
const create = z.object({ type: z.literal('Create'), field_name: z.coerce.string(), value, via: ruleVia });
const change = z.object({
  type: z.literal('Change'),
  field_name: z.coerce.string(),
  value,
  previous_value: value,
  via: ruleVia,
});
const macro = z.object({ type: z.literal('AgentMacroReference'), macro_id: idText });
const notification = z.object({
  type: z.enum(['Notification', 'NotificationWithCcs']),
  recipients: z.array(idText).nullish(),
  via: ruleVia,
});

const known = z.union([comment, create, change, macro, notification]);

function named(event: z.infer<typeof known>, updaterId: number): AuditEvent {
  switch (event.type) {
    case 'Comment':
      return {
        kind: 'comment',
        public: event.public,
        authorId: event.author_id ?? updaterId,
        body: event.body ?? '',
      };
    case 'Create':
      return { kind: 'create', field: event.field_name, value: event.value, byRule: byRule(event.via) };
    case 'Change':
      return {
        kind: 'change',
        field: event.field_name,
        value: event.value,
        previous: event.previous_value,
        byRule: byRule(event.via),
      };
    case 'AgentMacroReference':
      return { kind: 'macro', macroId: event.macro_id };
    default: {
      const triggerId = event.via?.source?.from?.id;
      return {
        kind: 'notification',
        recipients: event.recipients ?? [],
        ...(triggerId ? { triggerId } : {}),
      };
    }
  }
}

/**
 * One event of an audit. What the product doesn't know, or what has a shape of its own (the events of SLA policies
 * carry objects as values), is `other`: an audit log is never refused for it.
 */
export function auditEvent(raw: unknown, updaterId: number): AuditEvent {
  const parsed = known.safeParse(raw);
  if (parsed.success) return named(parsed.data, updaterId);
  const type = typeof raw === 'object' && raw !== null && 'type' in raw ? String(raw.type) : 'unknown';
  return { kind: 'other', type };
}
