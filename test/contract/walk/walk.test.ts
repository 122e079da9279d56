import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { oasIsHere, WHERE } from '../support/oas.ts';
import { PROBE_APP, RICH_SEED } from '../support/rich-seed.ts';
import { AREAS } from './areas.ts';
import { coverage, judge } from './judge.ts';
import { KNOWN_ABSENT } from './known-absent.ts';
import { createWalk, type WalkReport } from './walk.ts';

/** All areas' steps, for the sum at the end. */
const walked: WalkReport['steps'] = [];

describe('each area of the API answers as described', () => {
  test.each(Object.entries(AREAS))('%s', async (_name, area) => {
    const report: WalkReport = { steps: [], faults: [] };
    const sandbox = await startSandbox({ seed: RICH_SEED, apps: [PROBE_APP] });
    try {
      await area(await createWalk(sandbox, report));
    } finally {
      await sandbox.stop();
      walked.push(...report.steps);
    }
    expect(report.faults).toEqual([]);
  });
});

test.runIf(oasIsHere)('the judgement finds what is wrong', () => {
  const ticket = { id: 'x', status: 'odd', created_at: 'never', colour: 'red' };
  const events = [{ id: 1, type: 'Change', field_name: 'status', value: 'open' }];
  const wrong = { status: 200, json: { ticket, audit: { events } }, text: '{}' };
  expect(judge('PUT /tickets/:id', wrong, {}).faults).toEqual([
    '/tickets/:id.ticket.created_at: never is no date-time',
    '/tickets/:id.ticket.id: "x" is no integer',
    '/tickets/:id.ticket.status: odd is not among new, open, pending, hold, solved, closed',
    'event Change previous_value: Invalid input',
    'TicketObject.colour is not in the description',
  ]);
  const gone = { status: 204, json: undefined, text: 'gone' };
  expect(judge('DELETE /tickets/:id', gone, {}).faults).toEqual(['a 204 has no body']);
});

describe('the sum', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ seed: RICH_SEED, apps: [PROBE_APP] });
  });
  afterAll(() => sandbox.stop());

  test('every registered route was walked', () => {
    const registered = sandbox.routes().map(({ route }) => route);
    const seen = new Set(walked.map(({ route }) => route));
    process.stdout.write(`${sum(registered, walked)}\n`);
    expect(registered.filter((route) => !seen.has(route))).toEqual([]);
    expect([...seen].filter((route) => !registered.includes(route))).toEqual([]);
    expect(seen.size).toBe(new Set(registered).size);
  });
});

/** Routes and replies by what they were held against. */
function sum(registered: string[], steps: WalkReport['steps']): string {
  const verdicts = Object.groupBy(steps, ({ verdict }) => verdict);
  const lines = Object.entries(verdicts).map(
    ([verdict, of]) =>
      `${of.length} replies (${new Set(of.map(({ route }) => route)).size} routes): ${verdict}`,
  );
  const routes = `${new Set(steps.map(({ route }) => route)).size} of ${registered.length} routes walked`;
  return [routes, ...lines].join('\n');
}

test.runIf(oasIsHere)('what the description names is in some reply, or is known to be absent', () => {
  const missing = coverage?.missing() ?? [];
  process.stdout.write(`${coverage?.named()} described properties, ${missing.length} of them in no reply\n`);
  expect(missing.filter((name) => !KNOWN_ABSENT.some(({ name: known }) => known.test(name)))).toEqual([]);
});

if (!oasIsHere) test.skip(`shapes are not checked, because ${WHERE} is not there`, () => undefined);
