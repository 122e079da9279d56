import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readArguments } from '../../server/cli/cases-arguments.ts';
import { CASES_COMMANDS } from '../../server/cli/cases-commands.ts';
import { type Service, startService } from '../../server/start.ts';
import { createPrepare } from '../../server/start-up/prepare.ts';
import { until } from '../demo/until.ts';
import { captured, partsBeside } from './cli/support/parts.ts';
import { startWorld, type World } from './reconcile/support/world.ts';

let world: World;
let folder: string;
let policy: string;
let running: Service | undefined;
const CLOSURE = `
closures:
  - { date: '2026-04-08', name: Day of mourning }
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'complaint-clock-policy-'));
  policy = join(folder, 'policy.yaml');
  await writeFile(policy, await readFile('policies/ask4.yaml', 'utf8'));
  world = await startWorld({ POLICY: policy });
});
afterAll(async () => {
  await running?.stop();
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The service is stopped and started again, as after a release. */
async function restart(): Promise<void> {
  await (running ?? world.demo.service).stop();
  const { config, close } = await partsBeside(world, { env: { POLICY: policy } });
  await close();
  running = await startService({
    // Where the account's webhook finds it.
    config: { ...config, port: Number(new URL(world.demo.service.url).port), host: '127.0.0.1' },
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock: world.demo.sandbox.clock,
    prepare: createPrepare(),
  });
}

async function recompute(line: string): Promise<string> {
  const parts = await partsBeside(world, { env: { POLICY: policy } });
  const { output, printed } = captured();
  const io = { ...output, ask: async () => undefined, signal: new AbortController().signal };
  try {
    await CASES_COMMANDS.recompute(readArguments(line.split(' ')), parts, io);
    return printed.join('\n');
  } finally {
    await parts.close();
  }
}

/** The service's own; a command acts as the same user. */
const writes = () =>
  world.demo.sandbox
    .requests()
    .filter(({ method, userId }) => method === 'PUT' && userId === world.demo.account.serviceUserId);

test('a holiday announced late: the dry run says what moves, the start moves it, with a note on each ticket', async () => {
  const id = await world.acknowledged();
  const german = await world.acknowledged({ assignee_id: 1004 });
  const withdrawn = await world.acknowledged();
  const say = { metadata: { complaint: { event: 'withdrawn' } }, comment: { body: 'No.', public: false } };
  await world.tom.change(withdrawn, say);
  // With the looks that make sure of the delivery, which would write meanwhile.
  world.demo.sandbox.clock.advance(61_000);
  for (const one of [id, german, withdrawn]) await world.settled(one);
  expect(world.field(await world.tom.ticket(id), 'update_due')).toBe('2026-04-09');
  const notes = { id: await world.notes(id), withdrawn: await world.notes(withdrawn) };

  await writeFile(policy, (await readFile('policies/ask4.yaml', 'utf8')) + CLOSURE);
  const written = writes().length;
  const dry = await recompute('recompute --dry-run');
  expect(dry).toMatch(new RegExp(`ticket ${id}  ask4\\.update: 2026-04-09 -> 2026-04-10 .*Day of mourning`));
  expect(dry).not.toContain(`ticket ${withdrawn}`);
  expect(dry).toContain('would move. Nothing was written.');
  expect(writes().slice(written)).toEqual([]);

  await restart();
  const note = await until('the note is written', async () => (await world.notes(id))[notes.id.length]);
  expect(note).toContain('The status update is due on Fri 10 Apr 2026 by now, no longer on Thu 9 Apr 2026.');
  expect(note).toContain('Wed 8 Apr 2026 not counted: Day of mourning');
  const moved = await world.tom.ticket(id);
  expect(world.field(moved, 'update_due')).toBe('2026-04-10');
  const isMoved = expect.objectContaining({ duty: 'update', dueDate: '2026-04-10' });
  await expect.poll(async () => (await running?.ledger.readCase(id))?.deadlines).toContainEqual(isMoved);
  const deutsch = await until('the German note is written', async () => (await world.notes(german)).at(-1));
  expect(deutsch).toContain('ist jetzt am Fr., 10. Apr. 2026 fällig, nicht mehr am Do., 9. Apr. 2026');
  expect(await world.notes(withdrawn)).toEqual(notes.withdrawn);
});

test('once: neither another look nor another start says it again', async () => {
  const [one] = (await running?.ledger.openCases({ after: 0, limit: 1 })) ?? [];
  if (!one) throw new Error('there is no open case');
  const notes = await world.notes(one.ticketId);
  await restart();
  await running?.ledger.wake([{ ticketId: one.ticketId, at: world.demo.sandbox.clock.now() }]);
  await world.settled(one.ticketId);
  expect(await world.notes(one.ticketId)).toEqual(notes);
  await expect.poll(() => recompute('recompute --dry-run')).toContain(' 0 would move');
});

test('a new version leaves open cases alone, unless it says that it applies to them', async () => {
  const second = join(folder, 'second.yaml');
  const text = await readFile(policy, 'utf8');
  const newer = text
    .replace("version: '1'", "version: '2'")
    .replace("effectiveFrom: '2019-01-01'", "effectiveFrom: '2026-04-01'")
    .replace('within: 3 working days', 'within: 4 working days');
  await writeFile(second, newer);
  const first = policy;
  policy = `${first},${second}`;
  // Received on 2 April, so version 2 holds for it by itself; make it one that was received before.
  const id = await world.letter();
  await world.record(id, { channel: 'letter', received_at: '2026-03-31T08:00:00Z' });
  await world.settled(id);
  const before = world.field(await world.tom.ticket(id), 'update_due');
  expect(await recompute('recompute --dry-run')).not.toContain(`ticket ${id} `);

  await writeFile(second, newer.replace('source: ASK4', 'appliesToOpenCases: true\nsource: ASK4'));
  const dry = await recompute('recompute --dry-run');
  expect(dry).toMatch(
    new RegExp(
      `ticket ${id}  ask4\\.update: ${before} -> .*version 2 of the policy holds instead of version 1`,
    ),
  );
  await restart();
  const note = await until('the note is written', async () =>
    (await world.notes(id)).find((text) => text.includes('version 2 of the policy')),
  );
  expect(note).toContain(`holds instead of version 1`);
});

test('a date that a person has written into the record moves nothing', async () => {
  const id = await world.acknowledged();
  const notes = await world.notes(id);
  const text = String(world.field(await world.tom.ticket(id), 'record'));
  const forged = text.replaceAll('2026-04-1', '2026-05-1');
  expect(forged).not.toBe(text);
  const { record } = world.demo.account.fields;
  await world.tom.change(id, { custom_fields: [{ id: record, value: forged }] });
  await running?.ledger.wake([{ ticketId: id, at: world.demo.sandbox.clock.now() }]);
  await world.settled(id);
  expect(await world.notes(id)).toEqual(notes);
});
