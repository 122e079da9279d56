import { z } from 'zod';
import { isMessaging } from '../../domain/messaging.ts';
import type { Ticket, Via } from './port.ts';

// Zendesk's published description is wrong about nulls, so everything that the product can do without may be absent.

export const id = z.int();
export const instant = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'not a time' });
  return at;
});

export const viaSchema = z
  .object({
    channel: z.union([z.string(), z.number()]).transform(String).nullish(),
    source: z
      .object({
        rel: z.string().nullish().catch(undefined),
        from: z
          .object({
            ticket_id: id.nullish().catch(undefined),
            ticket_ids: z.array(id).nullish().catch(undefined),
          })
          .nullish()
          .catch(undefined),
      })
      .nullish()
      .catch(undefined),
  })
  .nullish();

export function via(raw: z.infer<typeof viaSchema>): Via {
  const rel = raw?.source?.rel;
  const from = raw?.source?.from?.ticket_id;
  const merged =
    rel === 'merge' ? [...new Set([...(raw?.source?.from?.ticket_ids ?? []), ...(from ? [from] : [])])] : [];
  return {
    channel: raw?.channel ?? 'unknown',
    ...(rel ? { rel } : {}),
    ...(rel === 'follow_up' && from ? { followUpOf: from } : {}),
    ...(merged.length > 0 ? { mergedWith: merged } : {}),
  };
}

const fieldValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string())])
  .nullable()
  .catch(null);

/** `unoffered`, and whatever else Zendesk may say some day, is no answer. */
export const ratingSchema = z
  .object({ score: z.enum(['offered', 'good', 'bad']) })
  .nullish()
  .catch(undefined);

export const ticketSchema = z
  .object({
    id,
    subject: z.string().nullish(),
    status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']),
    type: z.enum(['question', 'incident', 'problem', 'task']).nullish().catch(null),
    tags: z.array(z.string()).nullish(),
    custom_fields: z.array(z.object({ id, value: fieldValue.optional() })).nullish(),
    requester_id: id,
    submitter_id: id.nullish(),
    assignee_id: id.nullish(),
    group_id: id.nullish(),
    brand_id: id.nullish(),
    ticket_form_id: id.nullish(),
    organization_id: id.nullish(),
    created_at: instant,
    updated_at: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a time'),
    due_at: instant.nullish().catch(null),
    satisfaction_rating: ratingSchema,
    followup_ids: z.array(id).nullish().catch(undefined),
    via: viaSchema,
  })
  .transform((raw): Ticket => {
    const cameBy = via(raw.via);
    return {
      id: raw.id,
      subject: raw.subject ?? '',
      status: raw.status,
      type: raw.type ?? null,
      tags: raw.tags ?? [],
      customFields: new Map((raw.custom_fields ?? []).map((field) => [field.id, field.value ?? null])),
      requesterId: raw.requester_id,
      submitterId: raw.submitter_id ?? raw.requester_id,
      assigneeId: raw.assignee_id ?? null,
      groupId: raw.group_id ?? null,
      brandId: raw.brand_id ?? null,
      formId: raw.ticket_form_id ?? null,
      organizationId: raw.organization_id ?? null,
      createdAt: raw.created_at,
      updatedAt: Date.parse(raw.updated_at),
      updatedStamp: raw.updated_at,
      dueAt: raw.due_at ?? null,
      via: cameBy,
      isMessaging: isMessaging(cameBy.channel),
      rating: raw.satisfaction_rating?.score ?? null,
      followUpIds: raw.followup_ids ?? [],
    };
  });
