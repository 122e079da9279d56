import { expect, test } from 'vitest';
import { accountForAll } from '../support/account.ts';
import { controlOf } from '../support/control.ts';
import { at } from '../support/read.ts';

const account = accountForAll();
const control = controlOf(account);

test('the plan sets the limit while the account runs, and lag is set for reads and searches', async () => {
  expect((await control('PUT', '/plan', { plan: 'team' })).body).toEqual({
    plan: 'team',
    requestsPerMinute: 200,
  });
  expect((await account.api.get('/tickets/101')).headers.get('x-rate-limit')).toBe('200');
  const refused = await control('PUT', '/plan', { plan: 'free' });
  expect([refused.status, at(refused.body, 'description')]).toEqual([
    422,
    expect.stringMatching(/plan: use one of/),
  ]);
  await control('PUT', '/plan', { plan: 'enterprise_plus' });
  expect((await control('PUT', '/lag', { readMs: 100 })).body).toEqual({ readMs: 100, searchMs: 0 });
  expect((await control('PUT', '/lag', { readMs: -1 })).status).toBe(422);
  await control('PUT', '/lag', { readMs: 0 });
});

test('the state tells what is set and how much there is', async () => {
  const { body } = await control('GET', '/state');
  expect(body).toMatchObject({
    account: { subdomain: 'probe' },
    plan: 'enterprise_plus',
    clock: { rate: 1 },
    lag: { readMs: 0, searchMs: 0 },
    faults: [],
    counts: { tickets: expect.any(Number), deliveriesWaiting: 0 },
  });
});

test('the event stream tells of changed tickets and of a moved clock', async () => {
  const stopper = new AbortController();
  const stream = await fetch(`${account.sandbox.url}/__sandbox/events`, { signal: stopper.signal });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (text: string) => {
    while (reader && !heard.includes(text)) heard += (await reader.read()).value ?? '';
  };
  await until(': connected');
  await account.api.put('/tickets/102', { ticket: { priority: 'urgent' } });
  await until('event: ticket\ndata: {"id":102}');
  account.sandbox.clock.advance(60_000);
  await until('event: clock\ndata: {"now":');
  expect(heard).toMatch(/"offset":\d+\}/);
  stopper.abort();
});
