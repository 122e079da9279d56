import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Cell, type Cells, createCells } from './support/cells.ts';
import { CALLS, type Call, FAULTS, type Fault, type Outcome } from './support/faults.ts';
import { type Stage, startStage } from './support/stage.ts';
import { type Row, tableText } from './support/table.ts';

/*
 * Every fault at every call of a look, striking once and striking always. The clock of the account and all waits run
 * twenty times as fast. docs/operations.md has a row for each row here.
 */
const SPEED = 20;
let stage: Stage;
let cells: Cells;
const rows: Row[] = [];

beforeAll(async () => {
  stage = await startStage(SPEED);
  cells = createCells(stage);
});
afterAll(async () => {
  process.stdout.write(`${tableText(rows)}\n`);
  await stage.stop();
});

interface Wanted extends Pick<Cell, 'call' | 'lasting'> {
  readonly fault: Fault;
  readonly outcome: Outcome;
}

function wantedOf(fault: Fault): Wanted[] {
  return CALLS.filter((call) => !fault.impossible?.(call)).flatMap((call): Wanted[] => {
    const { lasting } = fault;
    const last = typeof lasting === 'function' ? lasting(call) : lasting;
    const once = { fault, call, lasting: false, outcome: fault.once };
    return last ? [once, { fault, call, lasting: true, outcome: last }] : [once];
  });
}

type What = { readonly fault: { readonly name: string }; readonly call: Call; readonly lasting: boolean };
const label = ({ fault, call, lasting }: What): string =>
  `${fault.name} at ${call}, ${lasting ? 'always' : 'once'}`;

/**
 * What a look fails with last is what it is listed with. On a busy machine a reply may take longer than its twelve
 * seconds, which are 600 ms here: that is a fault more, and changes nothing but the code.
 */
function asWanted(outcome: string | undefined, wanted: Outcome | undefined): string | undefined {
  return outcome === 'given up: timed_out' && wanted?.startsWith('given up: ') ? wanted : outcome;
}

async function rowOf(cell: Cell): Promise<Row> {
  return {
    fault: cell.fault.name,
    call: cell.call,
    strikes: cell.lasting ? `always (${cell.struck})` : 'once',
    outcome: await cells.outcome(cell),
    afterwards: '',
    calls: String(cells.calls(cell)),
    seconds: String(Math.round(((cell.doneAt ?? 0) - cell.recordedAt) / 1_000)),
  };
}

/** Whatever befell it: one acknowledgement, and what the ticket of a complaint says that nothing befell. */
async function expectAcknowledged(all: readonly Cell[], untouched: Record<string, unknown>): Promise<void> {
  const found = await Promise.all(
    all.map(async (cell) => [label(cell), await cells.sent(cell), await cells.state(cell)]),
  );
  expect(found).toEqual(all.map((cell) => [label(cell), { comments: 1, mails: 1 }, untouched]));
}

/** The state of a complaint that nothing befalls. */
async function untouchedState(): Promise<Record<string, unknown>> {
  const { world } = stage;
  const id = await world.letter();
  await world.record(id);
  await expect.poll(() => world.mails(id).length).toBe(1);
  await world.settled(id);
  return cells.state({ ticketId: id });
}

const metrics = async (): Promise<string> => (await fetch(`${stage.service.url}/metrics`)).text();

/** How many looks were given up for this reason. */
const givenUp = (given: string, code: string): number =>
  Number(
    new RegExp(`^complaint_clock_looks_given_up\\{code="${code}"\\} (\\d+)$`, 'm').exec(given)?.[1] ?? 0,
  );

function impossibleRows(): Row[] {
  const blank = { strikes: '', afterwards: '', calls: '', seconds: '' };
  return FAULTS.flatMap((fault) =>
    CALLS.flatMap((call) => {
      const why = fault.impossible?.(call);
      return why ? [{ ...blank, fault: fault.name, call, outcome: `can't be: this call ${why}` }] : [];
    }),
  );
}

test('each fault that can strike one ticket', async () => {
  const untouched = await untouchedState();
  const wanted = FAULTS.flatMap(wantedOf);
  const all = await Promise.all(wanted.map((one) => cells.record(one)));
  await cells.play(all);
  const found = await Promise.all(all.map(rowOf));
  const given = await metrics();
  const lasting = all.filter((_, index) => wanted[index]?.lasting);
  const codes = found.flatMap(({ outcome }) => /^given up: (\w+)$/.exec(outcome)?.[1] ?? []);

  await cells.mend(lasting);
  await cells.play(lasting);
  for (const [index, row] of found.entries()) {
    const cell = all[index];
    const mended = cell?.lasting ? await cells.outcome(cell) : '';
    rows.push({ ...row, afterwards: mended });
  }
  rows.push(...impossibleRows());

  expect(
    all.map((cell, index) => `${label(cell)}: ${asWanted(found[index]?.outcome, wanted[index]?.outcome)}`),
  ).toEqual(wanted.map((one) => `${label(one)}: ${one.outcome}`));
  for (const code of new Set(codes)) expect(givenUp(given, code)).toBeGreaterThan(0);
  const gone = new Set<Outcome>(['deleted', 'marked: solved_with_open_duty']);
  await expectAcknowledged(
    all.filter((_, index) => !gone.has(wanted[index]?.outcome ?? 'acknowledged')),
    untouched,
  );
  const unheard = all.filter((_, index) => gone.has(wanted[index]?.outcome ?? 'acknowledged'));
  expect(unheard.flatMap(({ ticketId }) => stage.world.mails(ticketId))).toEqual([]);
  expect(await stage.service.ledger.failedLooks()).toEqual([]);
}, 240_000);

/** Four complaints, each held at another call of its look; resolves when all are. */
async function heldAtEachCall(name: string): Promise<Cell[]> {
  const fault = { name, effect: () => ({ kind: 'silence', when: 'before' }) as const };
  const all = await Promise.all(CALLS.map((call) => cells.record({ fault, call, lasting: true })));
  await expect.poll(() => all.every(({ struck }) => struck > 0)).toBe(true);
  return all;
}

async function report(all: readonly Cell[], strikes: string, found: { outcome: string; afterwards: string }) {
  for (const cell of all) rows.push({ ...(await rowOf(cell)), strikes, ...found });
}

test('the connection is refused', async () => {
  onTestFinished(() => stage.door.open());
  const untouched = await untouchedState();
  const { door } = stage;
  const briefly = await heldAtEachCall('connection refused');
  door.shut();
  await expect.poll(() => cells.codes(briefly)).toEqual(CALLS.map(() => 'unavailable'));
  cells.release(briefly);
  await door.open();
  await cells.play(briefly);
  await expectAcknowledged(briefly, untouched);
  await report(briefly, 'a while', { outcome: 'acknowledged', afterwards: '' });

  const long = await heldAtEachCall('connection refused');
  door.shut();
  await cells.play(long);
  // A case of before may be looked at once more meanwhile, and be listed too.
  const failed = await stage.service.ledger.failedLooks();
  const theirs = failed.filter((one) => long.some(({ ticketId }) => ticketId === one.ticketId));
  expect(theirs.map(({ code }) => code)).toEqual(CALLS.map(() => 'unavailable'));
  expect(givenUp(await metrics(), 'unavailable')).toBeGreaterThanOrEqual(CALLS.length);
  await door.open();
  await cells.mend(long);
  await cells.play(long);
  await expectAcknowledged(long, untouched);
  await report(long, 'always', { outcome: 'given up: unavailable', afterwards: 'acknowledged' });
});

test('the credentials are refused', async () => {
  const untouched = await untouchedState();
  const { faults } = stage.world.demo.sandbox;
  const all = await heldAtEachCall('401 credentials revoked');
  const readyz = async () => (await fetch(`${stage.service.url}/readyz`)).json();
  cells.release(all);
  const mend = faults.add(({ path, caller }) =>
    caller === 'program' || path.startsWith('/oauth/tokens')
      ? { status: 401, body: '{"error":"invalid_client"}', headers: { 'content-type': 'application/json' } }
      : undefined,
  );
  await expect.poll(() => cells.codes(all)).toEqual(CALLS.map(() => 'unauthorized'));
  expect(await readyz()).toMatchObject({ warnings: { zendesk: expect.stringContaining('ZENDESK_CLIENT') } });
  expect(await metrics()).toContain('complaint_clock_zendesk_unauthorized 1');
  mend();
  await cells.play(all);
  await expectAcknowledged(all, untouched);
  expect(await readyz()).not.toHaveProperty('warnings');
  const outcome = 'service refused: /readyz, unauthorized';
  await report(all, 'always', { outcome, afterwards: 'acknowledged' });
});
