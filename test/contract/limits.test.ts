import { afterEach, expect, test } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';
import { serviceClient, sessionClient } from './support/client.ts';
import { AGENT, ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.stop());

const start = async (options: SandboxOptions) => {
  sandbox = await startSandbox({ seed: SEED, ...options });
  return sandbox;
};

test('each reply tells of the limit of the plan', async () => {
  const api = await serviceClient(await start({ plan: 'professional' }));
  const first = await api.get('/tickets/101');
  expect(first.headers.get('x-rate-limit')).toBe('400');
  expect(first.headers.get('x-rate-limit-remaining')).toBe('399');
  expect(first.headers.get('ratelimit-limit')).toBe('400');
  expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  expect((await api.get('/tickets/101')).headers.get('ratelimit-remaining')).toBe('398');
});

test('beyond the limit: 429 with Retry-After, and calls again in the next minute', async () => {
  const running = await start({ plan: 'team' });
  const api = await serviceClient(running);
  const answers = await Promise.all(Array.from({ length: 201 }, () => api.get('/tickets/count')));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(200);
  const late = await api.get('/tickets/count');
  expect(late.status).toBe(429);
  expect(late.body).toEqual({
    error: 'APIRateLimitExceeded',
    description: 'Number of allowed API requests per minute exceeded',
  });
  const wait = Number(late.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  running.clock.advance(wait * 1000);
  expect((await api.get('/tickets/count')).status).toBe(200);
});

test('a ticket takes thirty updates in ten minutes from one user, and then from another', async () => {
  const running = await start({});
  const api = await serviceClient(running);
  for (let turn = 0; turn < 30; turn++) {
    expect((await api.put('/tickets/101', { ticket: { priority: turn % 2 ? 'low' : 'high' } })).status).toBe(
      200,
    );
  }
  const late = await api.put('/tickets/101', { ticket: { priority: 'urgent' } });
  expect(late.status).toBe(429);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(60);
  expect((await api.put('/tickets/102', { ticket: { priority: 'urgent' } })).status).toBe(200);
  const agent = await sessionClient(running, AGENT);
  expect((await agent.put('/tickets/101', { ticket: { priority: 'urgent' } })).status).toBe(200);
  running.clock.advance(600_000);
  expect((await api.put('/tickets/101', { ticket: { priority: 'low' } })).status).toBe(200);
});

test('a plan there is none of is refused, with those there are', async () => {
  await expect(startSandbox({ seed: SEED, plan: 'platinum' })).rejects.toThrow(
    /"platinum" is no plan; use one of team, growth/,
  );
});

test('the account takes a hundred ticket updates a minute from tokens, three hundred on the largest plan', async () => {
  const tickets = Array.from({ length: 11 }, (_, index) => ({
    id: index + 1,
    subject: 'T',
    requester_id: ENGLISH,
    comments: [{ author_id: ENGLISH, body: 'x' }],
  }));
  const running = await start({ plan: 'enterprise', seed: { ...SEED, tickets } });
  const api = await serviceClient(running);
  const rounds = Array.from({ length: 101 }, (_, turn) => (turn % 11) + 1);
  const answers = await Promise.all(
    rounds.map((id, turn) => api.put(`/tickets/${id}`, { ticket: { tags: [`t${turn}`] } })),
  );
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(100);
  await fetch(`${running.url}/__sandbox/plan`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plan: 'enterprise_plus' }),
  });
  const after = await api.put('/tickets/1', { ticket: { tags: ['after'] } });
  expect([after.status, after.headers.get('x-rate-limit')]).toEqual([200, '2500']);
});

test('endpoints with a limit of their own name it in a header', async () => {
  const running = await start({});
  const api = await serviceClient(running);
  const export_ = await api.get('/search/export?query=status:new&filter[type]=ticket');
  expect(export_.headers.get('zendesk-ratelimit-search-export')).toMatch(
    /^total=100; remaining=99; resets=\d+$/,
  );
  const update = await api.put('/tickets/101', { ticket: { tags: ['x'] } });
  expect(update.headers.get('zendesk-ratelimit-tickets-update')).toMatch(
    /^total=30; remaining=29; resets=\d+$/,
  );
  const deleted = await Promise.all(Array.from({ length: 11 }, () => api.get('/deleted_tickets')));
  expect(deleted.filter((answer) => answer.status === 429)).toHaveLength(1);
});

test('a comment may have 64 KB and no more', async () => {
  const api = await serviceClient(await start({}));
  const write = (length: number) =>
    api.put('/tickets/101', { ticket: { comment: { body: 'x'.repeat(length), public: false } } });
  expect((await write(65_536)).status).toBe(200);
  expect((await write(65_537)).status).toBe(422);
});
