import { expect } from 'vitest';
import { z } from 'zod';
import { textAt } from '../../support/read.ts';
import { startReceiver } from '../../support/receiver.ts';
import type { Area, Walk } from '../walk.ts';

/** From Zendesk's pages on webhooks; the description lacks them. */
const Stamp = z.iso.datetime({ offset: true });
const Ulid = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const SigningSecret = z.strictObject({ algorithm: z.literal('SHA256'), secret: z.base64() });
const Webhook = z.strictObject({
  id: Ulid,
  name: z.string(),
  description: z.string().nullish(),
  status: z.enum(['active', 'inactive']),
  endpoint: z.url(),
  http_method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  request_format: z.enum(['json', 'xml', 'form_encoded']),
  subscriptions: z.array(z.string()),
  authentication: z.looseObject({ type: z.string(), add_position: z.literal('header') }).optional(),
  custom_headers: z.record(z.string(), z.string()).optional(),
  external_source: z.looseObject({}).nullish(),
  created_at: Stamp,
  created_by: z.string(),
  updated_at: Stamp,
  updated_by: z.string(),
});
const Meta = z.strictObject({
  has_more: z.boolean(),
  after_cursor: z.string().nullable(),
  before_cursor: z.string().nullable(),
});
const Links = z.strictObject({ next: z.url().nullable(), prev: z.url().nullable() });
const page = <Shape extends z.ZodType>(name: string, shape: Shape) =>
  z.strictObject({ [name]: z.array(shape).min(1), meta: Meta, links: Links });
const Header = z.strictObject({ key: z.string(), value: z.string() });
const Invocation = z.strictObject({
  id: z.string(),
  webhook_id: Ulid,
  event_type: z.string(),
  status: z.string(),
  status_code: z.string(),
  latest_completed_at: Stamp,
});
const Attempt = z.strictObject({
  id: z.string(),
  invocation_id: z.string(),
  completed_at: Stamp,
  status: z.string(),
  status_code: z.string(),
  request: z.strictObject({ headers: z.array(Header), payload: z.string() }),
  response: z.strictObject({ headers: z.array(Header), payload: z.string() }),
});

export const webhooks: Area = async (walk) => {
  const receiver = await startReceiver();
  try {
    const webhook = {
      name: 'Hook',
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
      authentication: {
        type: 'basic_auth',
        add_position: 'header',
        data: { username: 'me', password: 'a secret' },
      },
    };
    const made = await walk.step('POST /webhooks', {
      body: { webhook },
      status: 201,
      shape: z.strictObject({ webhook: Webhook.extend({ signing_secret: SigningSecret.optional() }) }),
    });
    const at = { id: textAt(made, 'webhook.id') };
    await walk.step('GET /webhooks', { shape: page('webhooks', Webhook) });
    await walk.step('GET /webhooks/:id', { at, shape: z.strictObject({ webhook: Webhook }) });
    await walk.step('PUT /webhooks/:id', { at, body: { webhook: { ...webhook, name: 'Other' } } });
    await walk.step('PATCH /webhooks/:id', { at, body: { webhook: { description: 'What for' } } });
    const secret = z.strictObject({ signing_secret: SigningSecret });
    await walk.step('GET /webhooks/:id/signing_secret', { at, shape: secret });
    await walk.step('POST /webhooks/:id/signing_secret', { at, status: 201, shape: secret });
    await calls(walk, at.id);
    const spare = await walk.step('POST /webhooks', {
      body: { webhook },
      status: 201,
      shape: z.looseObject({}),
    });
    await walk.step('DELETE /webhooks/:id', { at: { id: textAt(spare, 'webhook.id') } });
  } finally {
    await receiver.close();
  }
};

/** A trigger calls the webhook; the call is listed with its attempt. */
async function calls(walk: Walk, id: string): Promise<void> {
  await walk.step('POST /webhooks/test', {
    query: { webhook_id: id },
    body: { request: { payload: '{"try":1}' } },
    shape: z.strictObject({
      response: z.strictObject({ status: z.int(), payload: z.string(), headers: z.array(Header) }),
    }),
  });
  const trigger = {
    title: 'Call',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Change' }], any: [] },
    actions: [{ field: 'notification_webhook', value: [id, '{"ticket_id":"{{ticket.id}}"}'] }],
  };
  await walk.step('POST /triggers', { body: { trigger } });
  await walk.step('PUT /tickets/:id', { at: { id: 101 }, body: { ticket: { priority: 'high' } } });
  await expect.poll(() => walk.sandbox.deliveries().at(-1)?.state).toBe('succeeded');
  const list = await walk.step('GET /webhooks/:id/invocations', {
    at: { id },
    shape: page('invocations', Invocation),
  });
  await walk.step('GET /webhooks/:id/invocations/:invocation/attempts', {
    at: { id, invocation: textAt(list, 'invocations.0.id') },
    shape: z.looseObject({ attempts: z.array(Attempt).min(1) }),
  });
}
