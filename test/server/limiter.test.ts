import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWaits } from '../../server/waits.ts';
import { isZendeskError } from '../../server/zendesk/errors.ts';
import {
  createZendesk,
  inBackground,
  type Zendesk,
  type ZendeskOptions,
} from '../../server/zendesk/index.ts';
import { createLimiter, type LimitedRequest, type LimiterOptions } from '../../server/zendesk/limiter.ts';
import { type FakeAccount, fakeAccount, json } from './support/fake-account.ts';
import { type VirtualWaits, virtualWaits } from './support/virtual-waits.ts';

const read: LimitedRequest = { method: 'GET', endpoint: '/tickets/:id', path: '/tickets/1' };
const TOLD = { 'x-rate-limit': '700', 'ratelimit-remaining': '650', 'ratelimit-reset': '30' };

let waits: VirtualWaits;
beforeEach(() => {
  waits = virtualWaits();
});

function limiterOf(options: Partial<LimiterOptions> = {}) {
  const limiter = createLimiter({ share: 0.1, waits, maxWaitMs: 600_000, ...options });
  const done: string[] = [];
  const call = async (name: string): Promise<void> => {
    const admission = await limiter.admit(read);
    done.push(name);
    admission.ended();
  };
  return { limiter, done, call };
}

describe('the limiter', () => {
  it('lets all go in the end, at the pace of the share, and forgets nobody', async () => {
    const { call, done, limiter } = limiterOf();
    const all = Promise.all(Array.from({ length: 95 }, (_, index) => call(String(index))));
    await waits.pass(59_999);
    expect(done).toHaveLength(20);
    await waits.pass(60_000);
    expect(done).toHaveLength(40);
    await waits.pass(180_000);
    await all;
    expect(done).toEqual(Array.from({ length: 95 }, (_, index) => String(index)));
    expect(limiter.state()).toMatchObject({ waiting: 0 });
  });

  it('puts looks before what may wait, whenever they come', async () => {
    const { call, done } = limiterOf();
    const first = Array.from({ length: 40 }, () => inBackground(() => call('sweep')));
    await waits.pass(1);
    expect(done).toHaveLength(12);
    const looks = Array.from({ length: 10 }, () => call('look'));
    await waits.pass(1);
    // Eight of twenty are kept for looks; the other two come before all that waited longer.
    expect(done.filter((name) => name === 'look')).toHaveLength(8);
    await waits.pass(60_000);
    expect(done.slice(20, 22)).toEqual(['look', 'look']);
    await waits.pass(600_000);
    await Promise.all([...first, ...looks]);
  });

  it('refuses what would wait too long, and says for how long', async () => {
    const { call } = limiterOf({ maxWaitMs: 10_000 });
    for (let made = 0; made < 20; made += 1) await call('look');
    const error = await call('one too many').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'rate_limited', effect: 'none', retryAfterMs: 60_000 });
  });

  it('refuses those who wait when the service stops', async () => {
    const stopping = new AbortController();
    const { call } = limiterOf({ signal: stopping.signal });
    for (let made = 0; made < 20; made += 1) await call('look');
    const waiting = call('waiting').catch((thrown: unknown) => thrown);
    await waits.pass(1_000);
    stopping.abort();
    expect(isZendeskError(await waiting, 'rate_limited')).toBe(true);
  });

  it('lets a call of a look under way go that only has to be asked for', async () => {
    const stopping = new AbortController();
    const { call, done, limiter } = limiterOf({ signal: stopping.signal });
    limiter.shareWith(() => {});
    const waiting = call('look');
    stopping.abort();
    const claim = limiter.claim();
    claim.decide({ processes: 1, limit: undefined, calls: new Map() });
    claim.granted();
    await waiting;
    expect(done).toEqual(['look']);
  });

  it('tells how long each call waited', async () => {
    const told: { ms: number; kind: string }[] = [];
    const { call } = limiterOf({ onWait: (wait) => told.push(wait) });
    const all = Array.from({ length: 21 }, () => call('look'));
    await waits.pass(60_000);
    await Promise.all(all);
    expect(told.slice(-2)).toEqual([
      { kind: 'normal', ms: 0, admitted: true },
      { kind: 'normal', ms: 60_000, admitted: true },
    ]);
  });

  it('lets more go as soon as the account tells a greater limit', async () => {
    const { call, done, limiter } = limiterOf();
    const first = await limiter.admit(read);
    const all = Array.from({ length: 20 }, () => call('look'));
    await waits.pass(1);
    expect(done).toHaveLength(19);
    first.ended({ status: 200, headers: new Headers(TOLD) });
    await waits.pass(1);
    expect(done).toHaveLength(20);
    await Promise.all(all);
  });

  it('lets more go as soon as the share grows', async () => {
    const { call, done, limiter } = limiterOf();
    const others = (processes: number) => ({ processes, limit: undefined, calls: new Map<string, number>() });
    let asked = 0;
    limiter.shareWith(() => {
      asked += 1;
    });
    const answer = async (processes: number): Promise<void> => {
      await waits.pass(1);
      const claim = limiter.claim();
      claim.decide(others(processes));
      claim.granted();
      await waits.pass(1);
    };
    const all = Array.from({ length: 20 }, () => call('look'));
    await waits.pass(100);
    expect([done.length, asked]).toEqual([0, 1]);
    await answer(10);
    expect(done).toHaveLength(2);
    await answer(1);
    expect(done).toHaveLength(20);
    await Promise.all(all);
  });
});

describe('what Zendesk tells of its limits', () => {
  let account: FakeAccount;
  beforeEach(async () => {
    account = await fakeAccount();
  });
  afterEach(() => account.stop());

  const connect = (options: Partial<ZendeskOptions> = {}): Zendesk =>
    createZendesk({
      baseUrl: account.url,
      clientId: 'clock',
      clientSecret: 'top-secret',
      scope: 'read tickets:write',
      maxWaitMs: 100,
      ...options,
    });
  const failure = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );

  it.each([
    [TOLD, 350],
    [{ 'ratelimit-limit': '400, 400;w=60' }, 200],
    [{ 'x-rate-limit-remaining': '10', 'rate-limit-limit': '2500' }, 1_250],
    [{ 'x-rate-limit': '0' }, 100],
    [{ 'x-rate-limit': 'many' }, 100],
  ])('is learnt from %j', async (headers, most) => {
    account.answer(json(200, {}, headers));
    const { rest, limiter } = connect();
    await rest.get('anything');
    expect(limiter.state().most).toBe(most);
  });

  it('holds up everything where nothing is left', async () => {
    account.answer(json(200, {}, { ...TOLD, 'ratelimit-remaining': '0' }));
    const { rest } = connect();
    await rest.get('anything');
    const error = await failure(rest.get('something'));
    expect(error).toMatchObject({ code: 'rate_limited' });
    expect(account.calls).toHaveLength(1);
  });

  it('holds up one endpoint where the account has calls left', async () => {
    const used = { ...TOLD, 'zendesk-ratelimit-search-export': 'total=100; remaining=0; resets=41' };
    account.answer(json(200, {}, used), json(200, {}, TOLD));
    const { rest } = connect();
    await rest.get('search/export');
    expect(await failure(rest.get('search/export'))).toMatchObject({ code: 'rate_limited' });
    await rest.get('anything');
  });

  it('holds up one ticket where its own updates are used up', async () => {
    const used = { ...TOLD, 'zendesk-ratelimit-tickets-update': 'total=30; remaining=0; resets=600' };
    account.answer(json(200, {}, used), json(200, {}, TOLD));
    const { rest } = connect();
    await rest.put('tickets/1', {});
    expect(await failure(rest.put('tickets/1', {}))).toMatchObject({ code: 'rate_limited' });
    await rest.put('tickets/2', {});
  });

  it('is kept to over the wire: no minute has more calls than the share', async () => {
    const fast = createWaits(40);
    const arrived: number[] = [];
    account.answer((seen, response) => {
      arrived.push(fast.elapsed());
      json(200, {}, TOLD)(seen, response);
    });
    const { rest } = connect({ waits: fast, sharePercent: 10, maxWaitMs: 6_000_000, timeoutMs: 6_000_000 });
    await Promise.all(Array.from({ length: 220 }, (_, index) => rest.get(`users/${index + 1}`)));
    const most = Math.max(
      ...arrived.map((from) => arrived.filter((at) => at >= from && at < from + 60_000).length),
    );
    expect(arrived).toHaveLength(220);
    expect(most).toBeLessThanOrEqual(70);
  });

  it('keeps others from running into the same refusal', async () => {
    account.answer(json(429, { error: 'APIRateLimitExceeded' }, { ...TOLD, 'Retry-After': '93' }));
    const { rest } = connect();
    expect(await failure(rest.get('views/1/count'))).toMatchObject({ retryAfterMs: 93_000 });
    expect(await failure(rest.get('views/2/count'))).toMatchObject({ code: 'rate_limited' });
    expect(account.calls).toHaveLength(1);
  });
});
