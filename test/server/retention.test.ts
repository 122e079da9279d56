import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expiresAt } from '../../domain/retention.ts';
import { readArguments } from '../../server/cli/cases-arguments.ts';
import { CASES_COMMANDS } from '../../server/cli/cases-commands.ts';
import { parsePolicyText } from '../../server/policies/parse-text.ts';
import { until } from '../demo/until.ts';
import { readPolicy } from '../support/policy.ts';
import { captured, partsBeside } from './cli/support/parts.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

const DAY = 86_400_000;
const LONDON = { timeZone: 'Europe/London' };

describe('how long a case is kept', () => {
  test.each([
    // Kept through the last day, which is counted from the day on which the case ended.
    ['24 months', '2026-04-02T09:00:00Z', '2028-04-02T23:00:00.000Z'],
    ['1 month', '2026-01-31T12:00:00Z', '2026-03-01T00:00:00.000Z'],
    ['2 weeks', '2026-03-20T23:30:00Z', '2026-04-03T23:00:00.000Z'],
    ['30 days', '2026-04-02T09:00:00Z', '2026-05-02T23:00:00.000Z'],
  ])('%s after %s: until %s', async (retention, over, expired) => {
    const text = `${await readFile('policies/ask4.yaml', 'utf8')}`.replace('24 months', retention);
    const read = parsePolicyText(text);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(new Date(expiresAt(read.policy, Date.parse(over)) ?? 0).toISOString()).toBe(expired);
  });

  test('without a retention for good', () => {
    expect(expiresAt(LONDON, 0)).toBeUndefined();
  });

  test.each([
    '24 hours',
    '3 working days',
    '0 months',
    'two years',
  ])('%s is no retention', async (retention) => {
    const text = `${await readFile('policies/ask4.yaml', 'utf8')}`.replace('24 months', retention);
    expect(parsePolicyText(text)).toMatchObject({ ok: false });
  });
});

describe('the daily round, on a policy that keeps cases for 30 days', () => {
  let world: World;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'complaint-clock-policy-'));
    const policy = join(folder, 'policy.yaml');
    const text = await readFile('policies/ask4.yaml', 'utf8');
    await writeFile(policy, text.replace('retention: 24 months', 'retention: 30 days'));
    expect((await readPolicy(policy)).retention).toEqual({ amount: 30, unit: 'days' });
    world = await startWorld({ POLICY: policy });
  });
  afterAll(async () => {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const withdraw = {
    metadata: { complaint: { event: 'withdrawn' } },
    comment: { body: 'Noted.', public: false },
  };

  async function retention(line: string) {
    const parts = await partsBeside(world, { env: { POLICY: join(folder, 'policy.yaml') } });
    const { output, printed } = captured();
    const io = { ...output, ask: async () => undefined, signal: new AbortController().signal };
    try {
      const code = await CASES_COMMANDS.retention(readArguments(line.split(' ')), parts, io);
      return { code, text: printed.join('\n') };
    } finally {
      await parts.close();
    }
  }

  test('a case that is over is kept for 30 days, then removed with a tombstone; an open one is kept', async () => {
    const { ledger } = world.demo.service;
    const { clock } = world.demo.sandbox;
    const open = await world.acknowledged();
    const over = await world.acknowledged();
    await world.tom.change(over, withdraw);
    await world.settled(over);
    clock.advance(29 * DAY);
    await until('the round of that day is done', async () => {
      const run = await ledger.readRun('retention');
      return (run?.finishedAt ?? 0) > clock.now() - DAY ? true : undefined;
    });
    // What a look saves now would be the case as it was.
    for (const id of [open, over]) await world.settled(id);
    expect(await ledger.readCase(over)).toBeDefined();
    expect((await retention('retention --dry-run')).text).toContain('0 cases would be removed');
    // Shows what a day later would be gone, and removes nothing itself.
    await world.sql("update cases set closed_at = closed_at - interval '2 days' where ticket_id = $1", [
      over,
    ]);
    const dry = await retention('retention --dry-run');
    expect(dry.text).toMatch(new RegExp(`ticket ${over} .*kept until`));
    expect(dry.text).toContain('1 cases would be removed');
    expect(await ledger.readCase(over)).toBeDefined();

    clock.advance(DAY);
    await until('it is removed', async () => ((await ledger.readCase(over)) ? undefined : true));
    expect(await world.sql('select why from tombstones where ticket_id = $1', [over])).toEqual([
      { why: 'expired' },
    ]);
    expect(await ledger.readCase(open)).toBeDefined();
    await world.lookAgain(over);
    expect(await ledger.readCase(over)).toBeUndefined();
    expect((await world.tom.ticket(over)).tags).toContain('formal_complaint');
  });

  test('by hand, and cases of a policy that is not in use are named and kept', async () => {
    const { ledger } = world.demo.service;
    const [first, second] = [await world.acknowledged(), await world.acknowledged()];
    for (const id of [first, second]) {
      await world.tom.change(id, withdraw);
      await world.settled(id);
    }
    await world.sql("update cases set closed_at = closed_at - interval '40 days' where ticket_id = any($1)", [
      [first, second],
    ]);
    await world.sql("update cases set policy_id = 'another' where ticket_id = $1", [second]);
    const { text } = await retention('retention --json');
    const { expired, unknownPolicy } = JSON.parse(text);
    expect(expired.map((one: { ticketId: number }) => one.ticketId)).toEqual([first]);
    expect(unknownPolicy.map((one: { ticketId: number }) => one.ticketId)).toEqual([second]);
    expect(await ledger.readCase(first)).toBeUndefined();
    expect(await ledger.readCase(second)).toBeDefined();
  });
});
