import { z } from 'zod';

const id = z.string().regex(/^\d+$/);

/** What Zendesk's description of the payload asks of every ticket event. */
export const Envelope = z.strictObject({
  type: z.string().startsWith('zen:event-type:ticket.'),
  account_id: z.int(),
  id: z.uuid(),
  time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
  zendesk_event_version: z.literal('2022-11-06'),
  subject: z.string().regex(/^zen:ticket:\d+$/),
  detail: z.strictObject({
    actor_id: z.string(),
    assignee_id: id.nullable(),
    brand_id: id,
    created_at: z.iso.datetime(),
    custom_status: id.nullable(),
    description: z.string(),
    external_id: z.string().nullable(),
    form_id: id.nullable(),
    group_id: id.nullable(),
    id,
    is_public: z.boolean(),
    organization_id: id.nullable(),
    priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'URGENT']).nullable(),
    requester_id: id,
    status: z.enum(['NEW', 'OPEN', 'PENDING', 'HOLD', 'SOLVED', 'CLOSED', 'DELETED']),
    subject: z.string(),
    submitter_id: id,
    tags: z.array(z.string()),
    type: z.enum(['PROBLEM', 'INCIDENT', 'QUESTION', 'TASK']).nullable(),
    updated_at: z.iso.datetime(),
    via: z.strictObject({ channel: z.string() }),
  }),
  event: z.looseObject({
    meta: z.object({ sequence: z.object({ id: z.string(), position: z.int(), total: z.int() }) }),
  }),
});
