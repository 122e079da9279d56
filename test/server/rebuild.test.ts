import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runRebuild } from '../../server/cli/rebuild-command.ts';
import { stampOf } from '../../server/rebuild/deleted-tickets.ts';
import { ordered } from '../../server/rebuild/list.ts';
import { progressText } from '../../server/rebuild/progress-text.ts';
import { until } from '../demo/until.ts';
import { captured, partsBeside } from './cli/support/parts.ts';
import { type DeletedCases, deletedCases, livingCases } from './rebuild/deleted-cases.ts';
import { asRecorded, dumpLedger, type LedgerDump, without } from './rebuild/ledger-dump.ts';
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

let folder: string;
let tickets: { erased: number; followUp: number };
let deleted: DeletedCases;
let before: LedgerDump;

/** Cases of which a rebuild has less than there was, or more. */
const partly = (): number[] => [...deleted.alone, ...deleted.goneOn, ...deleted.continued, deleted.two[0]];
const wholly = (dump: LedgerDump) =>
  without(dump, [...partly(), deleted.two[1], deleted.forGood, deleted.neverSeen]);

async function expectRebuilt(): Promise<void> {
  const after = await dumpLedger(world);
  expect(wholly(after)).toEqual(wholly(before));
  expect(after.cases.has(deleted.forGood)).toBe(false);
  expect(after.cases.get(deleted.neverSeen)?.row).toMatchObject({
    stage: 'received',
    channel: null,
    lost_why: 'deleted',
    marks: ['ticket_deleted'],
  });
  const { was, is } = asRecorded(before, after, partly());
  expect(is).toEqual(was);
}

/** ASK4's policy, with a response that may be put off. */
async function policyFile(): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'complaint-clock-policy-'));
  const text = await readFile('policies/ask4.yaml', 'utf8');
  const extensible = text.replace(
    'within: 7 working days\n',
    '$&        extension: { atMost: 5 working days }\n',
  );
  expect(extensible).not.toBe(text);
  await writeFile(join(folder, 'policy.yaml'), extensible);
  return join(folder, 'policy.yaml');
}

let policy: string;
beforeAll(async () => {
  policy = await policyFile();
  world = await startWorld({ POLICY: policy });
  // A test does in a minute what an account sees in hours.
  await fetch(`${world.demo.sandbox.url}/__sandbox/plan`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ plan: 'enterprise_plus' }),
  });
  tickets = await fill();
  await livingCases(world);
  deleted = await deletedCases(world);
  // Deliveries seen, and whatever was written in the second of its stamp seen again.
  for (let pass = 0; pass < 3; pass += 1) {
    world.demo.sandbox.clock.advance(6 * MINUTE);
    await sweptSince(world.demo.sandbox.clock.now());
    await allSettled();
  }
  before = await dumpLedger(world);
  // What a rebuild can't bring back was there.
  expect([deleted.forGood, deleted.two[1]].map((id) => before.cases.get(id)?.row.lost_why)).toEqual([
    'deleted',
    'deleted',
  ]);
}, 600_000);
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

const puts = () =>
  world.demo.sandbox.requests().filter(({ method, path }) => method === 'PUT' && /\/tickets\//.test(path))
    .length;

async function runOnce(signal = new AbortController().signal) {
  const parts = await partsBeside(world, { env: { POLICY: policy }, signal });
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
  await expectRebuilt();
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
  await expectRebuilt();
});

test('a seat that may not export tickets: it is said how many could not be looked at, all else is there', async () => {
  await empty();
  const off = world.demo.sandbox.faults.add(({ path }) =>
    path.includes('/incremental/')
      ? { kind: 'answer', status: 403, body: '{"error":"Forbidden"}' }
      : undefined,
  );
  const { code, told } = await runOnce();
  off();
  expect(code).toBe(0);
  // Four that were alone, the first and the last of a chain each, two survivors of merges, and one never seen.
  expect(told.join('\n')).toMatch(/could not be looked at, be they complaints or not: 9\b.*administrators/);
  const after = await dumpLedger(world);
  expect(wholly(after)).toEqual(wholly(before));
  // What goes on on another ticket is told by that one's record.
  const { was, is } = asRecorded(before, after, deleted.continued);
  expect(is).toEqual(was);
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

test('the time of a deletion is read in either way that Zendesk writes it', () => {
  expect(stampOf('20140704T15:37:04Z')).toBe('2014-07-04T15:37:04Z');
  expect(stampOf('2014-07-04T15:37:04Z')).toBe('2014-07-04T15:37:04Z');
});

test('progress never says 100% while something is left, and gives an estimate', () => {
  const progress = { all: 1_000, done: 999, generation: 0, failing: 0 };
  expect(progressText(progress, 17 * MINUTE)).toBe('99% (999 of 1000 tickets), about 17 minutes left');
  expect(progressText({ ...progress, failing: 1 }, undefined)).toContain("1 can't be looked at so far");
});
