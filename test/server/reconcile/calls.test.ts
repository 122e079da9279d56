import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../demo/until.ts';
import type { RequestLogEntry } from '../../sandbox/http/request-log.ts';
import { startWorld, type World } from './support/world.ts';

/*
 * What the service asks of Zendesk, counted: an account has 200 to 2,500 calls a minute, and every call is one that
 * somebody else's integration can't make.
 */
const MINUTE = 60_000;
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** What a sweep asks, at a moment of its own: at the start, or as the clock goes on. */
const OF_SWEEPS = /^GET (search\/export|tickets\/show_many)/;

/** The same without what was asked about other tickets. */
function callsFor(id: number, lines: number): string[] {
  const own = new RegExp(`/tickets/${id}(\\D|$)`);
  const isMeant = ({ path }: RequestLogEntry): boolean => own.test(path) || !/\/tickets\/\d/.test(path);
  return callsSince(lines, isMeant).filter((call) => !OF_SWEEPS.test(call));
}

/** The service's calls since the log had so many lines, as `GET tickets/:id`. */
function callsSince(lines: number, isMeant: (entry: RequestLogEntry) => boolean = () => true): string[] {
  const { sandbox, account } = world.demo;
  const own = ({ userId }: RequestLogEntry): boolean => userId === account.serviceUserId;
  return sandbox
    .requests()
    .slice(lines)
    .filter((entry) => own(entry) && isMeant(entry))
    .map(({ endpoint }) => endpoint.replace('/api/v2/', ''));
}

/** Waits for the end of the sweep to which something leads. */
async function swept(by: () => void): Promise<void> {
  const begun = world.demo.sandbox.clock.now();
  by();
  await until('a sweep is done', async () => {
    const [run] = await world.sql(
      "select (state->>'completed')::numeric as at from runs where name = 'sweep'",
    );
    return Number(run?.at) > begun + MINUTE || undefined;
  });
}

/** Complaints of all tests so far. */
const recorded: number[] = [];
const lines = (): number => world.demo.sandbox.requests().length;

test('a new complaint costs four calls: ticket, audits, macro, update', async () => {
  // Recorded by an agent of whom the service has never heard.
  const id = await world.mail(await world.customer());
  recorded.push(id);
  const from = lines();
  await world.record(id);
  // The clock is left alone: the webhook comes within the second of the stamp.
  await until('it is acknowledged', async () => world.mails(id)[0]);
  await world.settled(id);
  expect(callsFor(id, from)).toEqual([
    'GET tickets/:id',
    'GET tickets/:id/audits',
    'GET tickets/:ticket/macros/:id/apply',
    'PUT tickets/:id',
  ]);
  expect(world.mails(id)).toHaveLength(1);
});

test('a look without a change costs two: ticket and audits', async () => {
  const id = await world.acknowledged();
  recorded.push(id);
  world.demo.sandbox.clock.advance(61_000);
  await world.settled(id);
  const from = lines();
  await world.lookAgain(id);
  expect(callsFor(id, from)).toEqual(['GET tickets/:id', 'GET tickets/:id/audits']);
});

test('a sweep that finds nothing costs one call a page', async () => {
  const { clock } = world.demo.sandbox;
  recorded.push(await world.acknowledged());
  for (const minutes of [6, 6, 6]) {
    await swept(() => clock.advance(minutes * MINUTE));
    for (const id of recorded) await world.settled(id);
  }
  const from = lines();
  await swept(() => clock.advance(6 * MINUTE));
  expect(callsSince(from)).toEqual(['GET search/export']);
});
