import { createClient } from 'node-zendesk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { serviceClient, token } from './support/client.ts';
import { numberAt } from './support/read.ts';
import { SEED } from './support/seed.ts';

/** The client library that services use: it must find in the sandbox what it finds in an account. */
let sandbox: Sandbox;
let client: ReturnType<typeof createClient>;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  client = createClient({
    token: await token(sandbox),
    oauth: true,
    username: '',
    endpointUri: `${sandbox.url}/api/v2`,
  });
});
afterAll(() => sandbox.stop());

test('tickets: show, list and update', async () => {
  expect(await client.tickets.show(101)).toMatchObject({ result: { id: 101, subject: 'A question' } });
  expect(await client.tickets.list()).toMatchObject([{ id: 101 }, { id: 102 }]);
  await client.tickets.update(101, { ticket: { tags: ['by_library'] } });
  expect(await client.tickets.show(101)).toMatchObject({ result: { tags: ['by_library'] } });
});

test('audits: all pages are gathered', async () => {
  const api = await serviceClient(sandbox);
  for (let turn = 0; turn < 25; turn++)
    await api.put('/tickets/102', { ticket: { priority: turn % 2 ? 'low' : 'high' } });
  expect(await client.ticketaudits.list(102)).toHaveLength(26);
});

test('macros are applied to a ticket', async () => {
  const api = await serviceClient(sandbox);
  const actions = [{ field: 'comment_value', value: 'Hello {{ticket.requester.name}}' }];
  const id = numberAt((await api.post('/macros', { macro: { title: 'M', actions } })).body, 'macro.id');
  const applied = await client.macros.applyTicket(101, id);
  expect(applied).toMatchObject({
    result: { result: { ticket: { comment: { body: 'Hello Eve Customer' } } } },
  });
});

test('users, fields, views, triggers and webhooks are listed', async () => {
  expect(await client.users.me()).toMatchObject({ result: { name: 'Service Seat' } });
  expect(await client.ticketfields.list()).toEqual(
    expect.arrayContaining([expect.objectContaining({ type: 'subject' })]),
  );
  expect(await client.triggers.list()).toEqual(
    expect.arrayContaining([expect.objectContaining({ active: true })]),
  );
  expect(await client.views.list()).not.toHaveLength(0);
});
