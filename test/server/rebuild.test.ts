import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runRebuild } from '../../server/cli/rebuild-command.ts';
import { ordered } from '../../server/rebuild/list.ts';
import { progressText } from '../../server/rebuild/progress-text.ts';
import { until } from '../demo/until.ts';
import { captured, partsBeside } from './cli/support/parts.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

const sweepState = z.object({ completed: z.number() });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let world: World;

const says = (body: string) => ({ comment: { body, public: true } });
const updated = { ...says('We are looking into it.'), add: ['complaint_update_sent'] };
const answered = { ...says('What we found.'), add: ['complaint_response_sent'], status: 'solved' };
const tell = (event: string, more: Record<string, unknown> = {}) => ({
  metadata: { complaint: { event, ...more } },
  comment: { body: 'Noted.', public: false },
});

/** A case in each state that there is, and one that was erased. */
async function fill(): Promise<{ erased: number; followUp: number }> {
  const { tom } = world;
  const { clock } = world.demo.sandbox;
  const acknowledged = () => world.acknowledged();
  const change = async (id: number, changes: Record<string, unknown>) => {
    await tom.change(id, changes);
    clock.advance(1_000);
    await world.settled(id);
  };
  await acknowledged();
  await change(await acknowledged(), updated);
  await change(await acknowledged(), answered);
  const appealed = await acknowledged();
  await change(appealed, answered);
  await change(appealed, { status: 'open', ...tell('appealed') });
  await change(await acknowledged(), tell('withdrawn'));
  await change(await acknowledged(), { status: 'solved' });
  const phoned = await world.letter();
  await world.record(phoned, { channel: 'phone' });
  const suspended = await world.mail(await world.customer({ suspended: false }));
  await tom.change(suspended, { assignee_id: null });
  await world.record(suspended, {}, {});
  const byPost = await tom.file({
    subject: 'A letter',
    comment: { body: 'By post.' },
    requester_id: (await world.customer({ email: null })).id,
  });
  await world.record(byPost, { channel: 'letter' });
  for (const id of [phoned, suspended, byPost]) await world.settled(id);
  const customer = await world.customer();
  const home = await world.mail(customer);
  await world.record(home);
  await world.settled(home);
  await change(home, answered);
  await tom.change(home, { status: 'closed' });
  const followUp = await world.mail(customer, home);
  await world.settled(followUp);
  const erased = await acknowledged();
  await world.demo.service.ledger.transaction((tx) =>
    world.demo.service.ledger.buryCase(tx, erased, { ticketIds: [], at: clock.now(), why: 'erased' }),
  );
  return { erased, followUp };
}

/** The ledger without what depends on when it was looked at last. */
async function dump(): Promise<unknown> {
  const cases = await world.sql('select * from cases order by ticket_id');
  const events = await world.sql('select * from case_events order by ticket_id, position');
  const deadlines = await world.sql('select * from deadlines order by ticket_id, regime, duty');
  const next = await world.sql('select ticket_id, wake_at from wakes where wake_at is not null order by 1');
  return {
    cases: cases.map(({ updated_at: _, ...row }) => row),
    events,
    deadlines,
    next,
    live: await world.sql(
      "select to_char(value::timestamptz, 'YYYY-MM-DD') from settings where key = 'live_since'",
    ),
  };
}

const empty = () =>
  world.sql('truncate cases, case_events, deadlines, wakes, runs, rebuild, settings cascade');

async function allSettled(): Promise<void> {
  await until('nothing is due any more', async () => {
    const now = world.demo.sandbox.clock.now();
    const [row] = await world.sql('select count(*)::int as due from wakes where wake_at <= $1', [
      new Date(now + 5_000),
    ]);
    return row?.due === 0 ? true : undefined;
  });
}

async function sweptSince(at: number): Promise<void> {
  await until('a sweep is done', async () => {
    const run = await world.demo.service.ledger.readRun('sweep');
    const { completed } = sweepState.parse(run?.state);
    return completed >= at ? true : undefined;
  });
}

let tickets: { erased: number; followUp: number };
let before: unknown;

beforeAll(async () => {
  world = await startWorld();
  tickets = await fill();
  // Deliveries seen, and whatever was written in the second of its stamp seen again.
  for (let pass = 0; pass < 3; pass += 1) {
    world.demo.sandbox.clock.advance(6 * MINUTE);
    await sweptSince(world.demo.sandbox.clock.now());
    await allSettled();
  }
  before = await dump();
}, 60_000);
afterAll(() => world.stop());

const puts = () =>
  world.demo.sandbox.requests().filter(({ method, path }) => method === 'PUT' && /\/tickets\//.test(path))
    .length;

async function runOnce(signal = new AbortController().signal) {
  const parts = await partsBeside(world, { signal });
  const { output, printed, told } = captured();
  try {
    const code = await runRebuild({ again: false, json: true }, parts, { signal, output });
    return { code, told, result: JSON.parse(printed[0] ?? 'null') };
  } finally {
    await parts.close();
  }
}

test('while the service runs: an emptied ledger is filled to the same, and nothing is written', async () => {
  const written = puts();
  await empty();
  const { code, result, told } = await runOnce();
  expect({ code, kind: result.kind, failures: result.failures }).toEqual({
    code: 0,
    kind: 'done',
    failures: [],
  });
  expect(told.join('\n')).toMatch(/\(trigger\) are taken in silently/);
  expect(told.join('\n')).toMatch(/100% \(\d+ of \d+ tickets\)/);
  await allSettled();
  expect(await dump()).toEqual(before);
  expect(puts()).toBe(written);
  expect(await world.demo.service.ledger.readCase(tickets.erased)).toBeUndefined();
});

test('without the service, and interrupted: the next one goes on from there', async () => {
  await world.demo.service.stop();
  await empty();
  const stopping = new AbortController();
  const interrupted = runOnce(stopping.signal);
  await until('some are done', async () => {
    const [row] = await world.sql('select count(done_at)::int as done from rebuild');
    return Number(row?.done) > 2 ? true : undefined;
  });
  stopping.abort();
  const first = await interrupted;
  expect(first).toMatchObject({ code: 130, result: { kind: 'interrupted' } });
  expect(first.result.done).toBeLessThan(first.result.all);
  const from = world.demo.sandbox.requests().length;
  const second = await runOnce();
  expect(second).toMatchObject({ code: 0, result: { kind: 'done', tickets: first.result.all } });
  expect(second.told.join('\n')).toContain('going on with');
  const searched = world.demo.sandbox.requests().slice(from);
  expect(searched.filter(({ path }) => path.includes('search/export'))).toEqual([]);
  expect(await dump()).toEqual(before);
});

test('home tickets come before their follow-ups, and what may still be acknowledged comes last', () => {
  const ticket = (ticketId: number, more: Record<string, unknown> = {}) => ({
    ticketId,
    createdAt: ticketId * DAY,
    updatedAt: ticketId * DAY,
    status: 'open',
    tags: ['formal_complaint', 'complaint_stage_acknowledged'],
    followUpOf: undefined,
    ...more,
  });
  const list = ordered([
    ticket(3, { followUpOf: 2 }),
    ticket(2, { followUpOf: 1, status: 'closed' }),
    ticket(1, { status: 'closed' }),
    ticket(4, { tags: ['formal_complaint'] }),
    ticket(5, { tags: ['formal_complaint', 'complaint_stage_received'] }),
  ]);
  const rank = Object.fromEntries(list.map(({ ticketId, generation }) => [ticketId, generation]));
  expect([rank[1], rank[2], rank[3]]).toEqual([0, 1, 2]);
  expect(rank[4]).toBeGreaterThan(2);
  expect(rank[5]).toBeGreaterThan(2);
});

test('progress never says 100% while something is left, and gives an estimate', () => {
  const progress = { all: 1_000, done: 999, generation: 0, failing: 0 };
  expect(progressText(progress, 17 * MINUTE)).toBe('99% (999 of 1000 tickets), about 17 minutes left');
  expect(progressText({ ...progress, failing: 1 }, undefined)).toContain("1 can't be looked at so far");
});
