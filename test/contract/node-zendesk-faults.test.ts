import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FaultEffect, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { libraryFor, type Run, runner } from './library/client.ts';
import { SEED } from './support/seed.ts';

/**
 * What node-zendesk 6.0.1 itself gets wrong, shown against true replies. Each is a reason for a transport of one's own
 * around it; a test that fails here after an update says that the reason is gone.
 */
let sandbox: Sandbox;
let run: Run;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED });
  run = runner(await libraryFor(sandbox), new Set());
});
afterEach(() => sandbox.stop());

/** The next calls are answered so. */
const answerWith = (effect: FaultEffect) =>
  sandbox.faults.add(({ path }) => (path.startsWith('/api/v2') ? effect : undefined));

const JSON_TYPE = { 'content-type': 'application/json' };
const calls = () => sandbox.requests().filter(({ path }) => path.startsWith('/api/v2'));

test('a 429 resolves, with an Error where the ticket should be', async () => {
  answerWith({
    status: 429,
    headers: { ...JSON_TYPE, 'retry-after': '60' },
    body: '{"error":"APIRateLimitExceeded"}',
  });
  const { result } = await resultOf(run('tickets.show', 101));
  expect(result).toBeInstanceOf(Error);
});

test('a 503 that says when to come back resolves too', async () => {
  answerWith({ status: 503, headers: { ...JSON_TYPE, 'retry-after': '5' }, body: '{}' });
  expect((await resultOf(run('tickets.list'))).result).toEqual([expect.any(Error)]);
});

test('a 502 with a page in HTML resolves to an empty ticket', async () => {
  answerWith({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Gateway</h1>' });
  expect((await resultOf(run('tickets.show', 101))).result).toEqual({});
});

test('a delete that worked resolves to an Error', async () => {
  const { result } = await resultOf(run('tickets.delete', 101));
  expect(result).toMatchObject({ message: 'No Content', statusCode: 204 });
});

test('nothing is tried again', async () => {
  answerWith({ status: 500, headers: JSON_TYPE, body: '{}' });
  await expect(run('tickets.show', 101)).rejects.toThrow('Internal Server Error');
  expect(calls()).toHaveLength(1);
});

test('an update drops the audit', async () => {
  const { result } = await resultOf(run('tickets.update', 101, { ticket: { priority: 'high' } }));
  expect(result).toMatchObject({ id: 101, priority: 'high' });
  expect(result).not.toHaveProperty('audit');
});

test('an error has neither status nor body, unless the original is asked for', async () => {
  const stale = { ticket: { priority: 'low', safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' } };
  const plain: unknown = await run('tickets.update', 101, stale).catch((error: unknown) => error);
  expect(plain).toBeInstanceOf(Error);
  expect(plain).not.toHaveProperty('statusCode');
  expect(plain).not.toHaveProperty('result');
  const original = runner(await libraryFor(sandbox, { throwOriginalException: true }), new Set());
  await expect(original('tickets.update', 101, stale)).rejects.toMatchObject({
    statusCode: 409,
    result: { error: 'UpdateConflict' },
  });
});

test('exportCursor sends the word undefined as the cursor', async () => {
  await run('ticketexport.exportCursor', 1_600_000_000).catch(() => undefined);
  expect(calls()[0]?.path).toContain('cursor=undefined');
});

test('debug logs the Authorization header', async () => {
  const lines: unknown[] = [];
  const logger = { debug: (line: unknown) => lines.push(line) };
  const chatty = runner(await libraryFor(sandbox, { debug: true, logger }), new Set());
  await chatty('tickets.show', 101);
  expect(JSON.stringify(lines)).toMatch(/"Authorization":"Bearer [0-9a-f]+"/);
});

test('throttle makes of a list one Error, and asks for a path that is none', async () => {
  const throttled = runner(await libraryFor(sandbox, { throttle: true }), new Set());
  expect(await throttled('tickets.list')).toEqual([expect.any(Error)]);
  await expect.poll(() => calls().map(({ path }) => path)).toEqual(['/api/v2/.json']);
});

test('an incremental list ends after its first page', async () => {
  const page = (tickets: unknown[], next: string | null) => ({
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify({ tickets, count: tickets.length, end_of_stream: next === null, next_page: next }),
  });
  answerWith(page([{ id: 101 }], `${sandbox.url}/api/v2/incremental/tickets.json?start_time=1600000060`));
  expect(await run('tickets.incremental', 1_600_000_000)).toEqual([{ id: 101 }]);
  expect(calls()).toHaveLength(1);
});

test('ratings since a time are asked for and thrown away', async () => {
  expect(await run('satisfactionratings.incremental', 1_600_000_000)).toBeUndefined();
  await expect.poll(() => calls().map(({ status }) => status)).toEqual([200]);
});

/** Single objects come as `{response, result}`, lists as they are. */
async function resultOf(promise: Promise<unknown>): Promise<{ result: unknown }> {
  const value = await promise;
  return typeof value === 'object' && value !== null && 'result' in value
    ? { result: value.result }
    : { result: value };
}
