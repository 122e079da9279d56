import { afterEach, expect, test } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';
import { serviceClient, sessionClient } from './support/client.ts';
import { AGENT, SEED } from './support/seed.ts';

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
