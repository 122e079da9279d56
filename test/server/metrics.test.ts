import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { serve } from '../../server/http/serve.ts';
import { createMetrics } from '../../server/metrics/index.ts';
import { startWorld, type World } from './reconcile/support/world.ts';
import { testLog } from './support/log.ts';

/** The figures of a text in Prometheus's format, by name with labels. */
function figures(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('the metrics of a service at work', () => {
  let world: World;
  const read = async (): Promise<ReadonlyMap<string, number>> =>
    figures(await (await fetch(`${world.demo.service.url}/metrics`)).text());

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  it('tell of webhooks, calls, acknowledgements, deadlines and the rate limit', async () => {
    const ids = [await world.acknowledged(), await world.acknowledged()];
    // With the looks that make sure of the delivery, so that none falls due while figures are read.
    world.demo.sandbox.clock.advance(61_000);
    for (const id of ids) await world.settled(id);
    await expect.poll(async () => (await read()).get('complaint_clock_queue_age_seconds')).toBe(0);
    const told = await read();
    expect(told.get('complaint_clock_webhooks_total{result="accepted"}')).toBeGreaterThanOrEqual(2);
    expect(told.get('complaint_clock_acknowledgement_seconds_count')).toBe(2);
    expect(told.get('complaint_clock_acknowledgement_seconds_bucket{le="60"}')).toBe(2);
    // Each acknowledgement, and its tag taken off again.
    expect(
      told.get('complaint_clock_zendesk_calls_total{method="PUT",endpoint="/tickets/:id",outcome="2xx"}'),
    ).toBe(4);
    expect(told.get('complaint_clock_deadlines{state="met"}')).toBe(2);
    expect(told.get('complaint_clock_deadlines{state="running"}')).toBe(4);
    expect(told.get('complaint_clock_rate_limit{of="account"}')).toBe(700);
    expect(told.get('complaint_clock_rate_limit{of="share"}')).toBe(700);
    expect(told.get('complaint_clock_rate_limit{of="used"}')).toBeGreaterThan(10);
    expect(told.get('complaint_clock_limiter_wait_seconds_count{class="normal"}')).toBeGreaterThan(10);
    expect(told.get('complaint_clock_zendesk_unauthorized')).toBe(0);
    expect(told.get('complaint_clock_ledger_up')).toBe(1);
    expect(told.get('complaint_clock_process_cpu_seconds_total')).toBeGreaterThan(0);
  });

  it('count what fails by its code, the age of the queue, and overdue deadlines', async () => {
    const { clock } = world.demo.sandbox;
    await world.sql(
      `insert into wakes (ticket_id, wake_at, quiet_until, attempts, error_code, gave_up_at) values
        (900001, $1, $2, 2, 'forbidden', $1), (900002, $3, null, 1, 'unavailable', null)`,
      [new Date(clock.now() - 90_000), new Date(clock.now() + 50_000), new Date(clock.now() + 3_600_000)],
    );
    await world.sql(
      `update deadlines set due_at = $1, warn_at = $1 where done_at is null and not projected`,
      [new Date(clock.now() - 1_000)],
    );
    const told = await read();
    expect(told.get('complaint_clock_looks_given_up{code="forbidden"}')).toBe(1);
    expect(told.get('complaint_clock_looks_failing{code="unavailable"}')).toBe(1);
    expect(told.get('complaint_clock_looks_given_up{code="unavailable"}')).toBe(0);
    expect(told.get('complaint_clock_wakes_due')).toBe(1);
    expect(told.get('complaint_clock_queue_age_seconds')).toBeGreaterThanOrEqual(90);
    expect(told.get('complaint_clock_deadlines{state="overdue"}')).toBe(4);
    await world.sql('delete from wakes where ticket_id > 900000');
    expect((await read()).has('complaint_clock_looks_given_up{code="forbidden"}')).toBe(false);
  });

  it('hold no id, name or text in their labels', async () => {
    const names = [...(await read()).keys()].filter((name) => !/nodejs_|_bucket/.test(name));
    for (const name of names) expect(name).not.toMatch(/[="/]\d{3,}/);
    expect(names.join('\n')).not.toMatch(/mail\.example|Customer/);
  });
});

describe('GET /metrics', () => {
  const serveWith = async (token: string | undefined, text = async () => 'figures') => {
    const metrics = { ...createMetrics(), text };
    const { log } = testLog();
    const app = createApp({
      secrets: () => [],
      wake: async () => {},
      log,
      checks: {},
      metrics: { metrics, token },
    });
    const served = await serve(app, { port: 0, host: '127.0.0.1' });
    const get = (headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${served.port}/metrics`, { headers });
    return { get, close: () => served.close(100) };
  };

  it('is answered to this machine where no token is set, and not to what a proxy passes on', async () => {
    const { get, close } = await serveWith(undefined);
    expect((await get()).status).toBe(200);
    expect((await get({ 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
    await close();
  });

  it('asks for the token where one is set', async () => {
    const { get, close } = await serveWith('a-long-enough-token');
    expect((await get()).status).toBe(404);
    expect((await get({ authorization: 'Bearer another-long-token' })).status).toBe(404);
    const told = await get({ authorization: 'Bearer a-long-enough-token' });
    expect([told.status, told.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await told.text()).toBe('figures');
    await close();
  });
});

describe('metrics of a service whose ledger is down', () => {
  it('are told all the same', async () => {
    const metrics = createMetrics();
    metrics.watch({
      ledger: { measure: () => Promise.reject(new Error('down')) },
      limiter: { state: () => ({ limit: 200, most: 100, used: 1, waiting: 3 }) },
      refusedSince: () => 5,
      clock: { now: () => 0 },
    });
    metrics.onSwept({ kind: 'search', found: 2, pages: 3, at: -60_000, intervalMs: 300_000 });
    const told = figures(await metrics.text());
    expect(told.get('complaint_clock_ledger_up')).toBe(0);
    expect(told.get('complaint_clock_zendesk_unauthorized')).toBe(1);
    expect(told.get('complaint_clock_limiter_waiting')).toBe(3);
    expect(told.get('complaint_clock_sweep_finds_total')).toBe(2);
    expect(told.get('complaint_clock_sweep_age_seconds')).toBe(60);
    expect(told.get('complaint_clock_sweep_interval_seconds{kind="search"}')).toBe(300);
  });
});

it('of two services in one process do not mix', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.onWebhook('accepted');
  expect(figures(await other.text()).has('complaint_clock_webhooks_total{result="accepted"}')).toBe(false);
});
