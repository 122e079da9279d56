import { expect } from 'vitest';
import { sign } from '../../sandbox/index.ts';
import { listAt, numberAt, textAt } from '../support/read.ts';
import type { Received, Receiver, Scripted } from '../support/receiver.ts';
import type { LiveAccount } from './account.ts';
import type { Question } from './question.ts';
import { ownTicket } from './tickets.ts';

/** Long enough for Zendesk's own pauses between two calls. */
const PATIENCE = { timeout: 120_000, interval: 500 };

interface Called {
  receiver: Receiver;
  webhook: string;
  secret: string;
}

/** One call of a webhook, looked at while its receiver is there: a public address leads to one receiver at a time. */
async function withCall(account: LiveAccount, script: Scripted[], look: (called: Called) => Promise<string>) {
  const receiver = await account.receiver(script);
  if (!receiver) throw new Error('No public address: this question should have been left out.');
  try {
    return await look(await callOnce(account, receiver));
  } finally {
    await receiver.close();
  }
}

/** A webhook of our own, called by a trigger for our own ticket only, and one change that calls it. */
async function callOnce(account: LiveAccount, receiver: Receiver): Promise<Called> {
  const { api, mark, later } = account;
  const tag = `${mark}_${listAt((await api.get('/triggers')).body, 'triggers').length}`;
  const made = await api.post('/webhooks', {
    webhook: {
      name: mark,
      endpoint: receiver.url,
      http_method: 'POST',
      request_format: 'json',
      status: 'active',
      subscriptions: ['conditional_ticket_events'],
    },
  });
  const webhook = textAt(made.body, 'webhook.id');
  later(() => api.delete(`/webhooks/${webhook}`));
  const secret = await api.get(`/webhooks/${webhook}/signing_secret`);
  const trigger = await api.post('/triggers', {
    trigger: {
      title: mark,
      conditions: { all: [{ field: 'current_tags', operator: 'includes', value: tag }], any: [] },
      actions: [{ field: 'notification_webhook', value: [webhook, '{"ticket_id":"{{ticket.id}}"}'] }],
    },
  });
  const id = numberAt(trigger.body, 'trigger.id');
  later(() => api.delete(`/triggers/${id}`));
  const ticket = await ownTicket(account);
  await api.put(`/tickets/${ticket.id}`, { ticket: { tags: [mark, tag] } });
  await expect.poll(() => receiver.received.length, PATIENCE).toBeGreaterThan(0);
  return { receiver, webhook, secret: textAt(secret.body, 'signing_secret.secret') };
}

const invocationOf = ({ headers }: Received) => headers['x-zendesk-webhook-invocation-id'];

const signature: Question = {
  question: 'Is the signature base64(HMAC-SHA256(secret, timestamp + body))?',
  assumed: 'yes, with an ISO 8601 timestamp',
  needsHook: true,
  ask: (account) =>
    withCall(account, [{ status: 200 }], async ({ receiver, secret }) => {
      const call = receiver.received[0];
      const timestamp = call?.headers['x-zendesk-webhook-signature-timestamp'] ?? '';
      expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(call?.headers['x-zendesk-webhook-signature']).toBe(sign(secret, timestamp, call?.body ?? ''));
      return 'yes';
    }),
};

const serverErrors: Question = {
  question: 'Is a webhook that was answered 500 called again?',
  assumed: 'no: the sweep finds what was missed; called again it makes no difference',
  needsHook: true,
  ask: (account) =>
    withCall(account, [{ status: 500 }], async ({ receiver, webhook }) => {
      // Over once Zendesk itself says how the invocation has ended.
      const isOver = async () => {
        const { body } = await account.api.get(`/webhooks/${webhook}/invocations`);
        return textAt(body, 'invocations.0.status') !== 'accepted';
      };
      await expect.poll(isOver, PATIENCE).toBe(true);
      return receiver.received.length === 1 ? 'no' : `yes, ${receiver.received.length} calls`;
    }),
};

const invocationIds: Question = {
  question: 'Does a retry carry the same invocation id?',
  assumed: 'not relied on: a webhook told twice is one more look',
  needsHook: true,
  ask: (account) => {
    const script = [{ status: 503, headers: { 'retry-after': '1' } }, { status: 200 }];
    return withCall(account, script, async ({ receiver }) => {
      await expect.poll(() => receiver.received.length, PATIENCE).toBe(2);
      const [first, second] = receiver.received.map(invocationOf);
      expect(first).toEqual(expect.any(String));
      return first === second ? 'the same' : 'another';
    });
  },
};

export const WEBHOOK_QUESTIONS: readonly Question[] = [signature, serverErrors, invocationIds];
