import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AccountObjects, provision } from '../../../server/provision/index.ts';
import { PEOPLE, SETTINGS, startAccount, type TestAccount, TICKETS } from './account.ts';

interface Call {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let account: TestAccount;
let objects: AccountObjects;
let receiver: Server;
const calls: Call[] = [];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({ path: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  account = await startAccount();
  objects = await provision(account.rest, { ...SETTINGS, publicUrl: `http://127.0.0.1:${port}` });
});

afterAll(async () => {
  await account.sandbox.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

/** An update by the agent, as the workspace makes it: with a session, not with the service's token. */
async function byAgent(ticketId: number, ticket: Record<string, unknown>): Promise<void> {
  const session = await fetch(`${account.sandbox.url}/__sandbox/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id: PEOPLE.agent }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const reply = await fetch(`${account.sandbox.url}/api/v2/tickets/${ticketId}.json`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ ticket }),
  });
  expect(reply.status).toBe(200);
}

const callsFor = (ticketId: number) => calls.filter(({ body }) => body.includes(`"${ticketId}"`));
const deliveriesFor = (ticketId: number) =>
  account.sandbox.deliveries().filter(({ requestBody }) => requestBody.includes(`"${ticketId}"`));

describe('the trigger and its webhook', () => {
  it('call the service once when an agent tags a complaint, signed, with ids only', async () => {
    await byAgent(TICKETS.english, { tags: ['formal_complaint'] });
    await vi.waitFor(() => expect(callsFor(TICKETS.english)).toHaveLength(1), 60_000);
    const [call] = callsFor(TICKETS.english);
    expect(call?.path).toBe('/webhooks/zendesk');
    const told = JSON.parse(call?.body ?? '');
    expect(told).toEqual({ ticket_id: '1', updated_at: expect.any(String) });
    expect(Number.isNaN(Date.parse(told.updated_at))).toBe(false);
    const signed = `${call?.headers['x-zendesk-webhook-signature-timestamp']}${call?.body}`;
    const expected = createHmac('sha256', objects.signingSecret).update(signed).digest('base64');
    expect(call?.headers['x-zendesk-webhook-signature']).toBe(expected);
    expect(call?.headers['x-zendesk-webhook-id']).toBe(objects.webhookId);
  });

  it('stay silent at the updates of the service itself, and at tickets that are no complaints', async () => {
    await account.port.updateTicket(TICKETS.english, { tags: ['formal_complaint', 'complaint_due_soon'] });
    await byAgent(TICKETS.plain, { tags: ['something_else'] });
    // The account logs a delivery when it begins it: with one for a later update there, the log holds all before it.
    await byAgent(TICKETS.german, { tags: ['formal_complaint'] });
    await vi.waitFor(() => expect(callsFor(TICKETS.german)).toHaveLength(1), 60_000);
    expect(deliveriesFor(TICKETS.english)).toHaveLength(1);
    expect(deliveriesFor(TICKETS.plain)).toHaveLength(0);
  });

  it('still call where the tag was taken off and the stage is there', async () => {
    const stage = [{ id: objects.fields.stage, value: 'complaint_stage_acknowledged' }];
    await account.port.updateTicket(TICKETS.plain, { custom_fields: stage });
    await byAgent(TICKETS.plain, { comment: { body: 'Looking into it', public: false } });
    await vi.waitFor(() => expect(callsFor(TICKETS.plain)).toHaveLength(1), 60_000);
  });
});
