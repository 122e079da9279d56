import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, eventsOf, listAt, numberAt, textAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

const DAY = 86_400_000;
let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED, now: '2026-04-08T07:30:00Z' });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${sandbox.url}/__sandbox${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
};

test('it starts where it is told, runs, and stamps tickets in whole seconds', async () => {
  expect(Math.abs(sandbox.clock.now() - Date.parse('2026-04-08T07:30:00Z'))).toBeLessThan(180_000);
  const first = sandbox.clock.now();
  await expect.poll(() => sandbox.clock.now()).toBeGreaterThan(first);
  const saved = await api.put('/tickets/101', { ticket: { priority: 'low' } });
  expect(textAt(saved.body, 'ticket.updated_at')).toMatch(/^2026-04-08T07:3\d:\d\dZ$/);
  const read = await api.get('/tickets/101');
  expect(textAt(read.body, 'ticket.created_at')).toMatch(/^2026-04-08T05:(29|30)/);
  // Clients reckon with it, as with Zendesk's.
  expect(read.headers.get('date')).toMatch(/^Wed, 08 Apr 2026 07:3\d:\d\d GMT$/);
});

test('it is read and moved over the control API, forward only', async () => {
  const moved = await control('PUT', '/clock', { now: '2026-04-10T09:00:00Z' });
  expect(textAt(moved.body, 'now')).toMatch(/^2026-04-10T09:0/);
  await control('PUT', '/clock', { advance: 3_600_000 });
  expect(textAt((await control('GET', '/clock')).body, 'now')).toMatch(/^2026-04-10T10:0/);
  const back = await control('PUT', '/clock', { now: '2026-04-01T00:00:00Z' });
  expect(back.status).toBe(422);
  expect(textAt(back.body, 'description')).toMatch(/only moves forward/);
  expect((await control('PUT', '/clock', { now: 'yesterday' })).status).toBe(422);
  expect((await control('PUT', '/clock', {})).status).toBe(422);
  expect(() => sandbox.clock.set('2026-04-01T00:00:00Z')).toThrow(/only moves forward/);
});

test('it moves by working days: the same time of day in the account’s zone, over weekends and summer time', async () => {
  await control('PUT', '/clock', { now: '2026-10-23T16:30:00Z' });
  const friday = await control('PUT', '/clock', { workingDays: 1 });
  // From Friday 17:30 in London to Monday 17:30, when summer time is over.
  expect(textAt(friday.body, 'now')).toMatch(/^2026-10-26T17:3/);
  expect(textAt((await control('PUT', '/clock', { workingDays: 6 })).body, 'now')).toMatch(
    /^2026-11-03T17:3/,
  );
  expect((await control('PUT', '/clock', { workingDays: 0.5 })).status).toBe(422);
});

test('it can run faster, and whoever listens hears of it while it does', async () => {
  const heard: number[] = [];
  sandbox.clock.onChange(() => heard.push(sandbox.clock.now()));
  expect((await control('PUT', '/clock', { rate: 86_400 })).body).toMatchObject({ rate: 86_400 });
  const started = sandbox.clock.now();
  await expect.poll(() => sandbox.clock.now() - started).toBeGreaterThan(DAY / 10);
  await expect.poll(() => heard.length).toBeGreaterThan(2);
  await control('PUT', '/clock', { rate: 1 });
  const offset = sandbox.clock.offset();
  const from = Date.now();
  await expect.poll(() => Date.now() - from).toBeGreaterThan(100);
  // It stands still but for the moment that may pass between its two readings of the machine's clock.
  await expect.poll(() => Math.abs(sandbox.clock.offset() - offset)).toBeLessThan(50);
  expect((await control('PUT', '/clock', { rate: 0 })).status).toBe(422);
});

test('whoever listens hears of moves, and no longer after they stop', () => {
  const heard: number[] = [];
  const stop = sandbox.clock.onChange(() => heard.push(sandbox.clock.offset()));
  sandbox.clock.advance(1_000);
  stop();
  sandbox.clock.advance(1_000);
  expect(heard).toHaveLength(1);
});

test('a solved ticket closes after four days by the standard automation, and then takes no update', async () => {
  await api.put('/tickets/101', { ticket: { status: 'solved', assignee_id: AGENT } });
  sandbox.clock.advance(4 * DAY - 60_000);
  expect((await api.get('/tickets/101')).body).toMatchObject({ ticket: { status: 'solved' } });
  sandbox.clock.advance(120_000);
  const { body } = await api.get('/tickets/101');
  expect(body).toMatchObject({ ticket: { status: 'closed' } });
  const audit = listAt((await api.get('/tickets/101/audits')).body, 'audits').at(-1);
  expect(audit).toMatchObject({ author_id: -1, via: { channel: 'rule', source: { rel: 'automation' } } });
  expect(eventsOf(audit)[0]).toMatchObject({
    type: 'Change',
    field_name: 'status',
    value: 'closed',
    previous_value: 'solved',
  });
  expect((await api.put('/tickets/101', { ticket: { tags: ['late'] } })).status).toBe(422);
});

test('reopening starts the four days anew', async () => {
  await api.put('/tickets/101', { ticket: { status: 'solved', assignee_id: AGENT } });
  sandbox.clock.advance(3 * DAY);
  await api.put('/tickets/101', { ticket: { status: 'open' } });
  await api.put('/tickets/101', { ticket: { status: 'solved' } });
  sandbox.clock.advance(2 * DAY);
  expect(at((await api.get('/tickets/101')).body, 'ticket.status')).toBe('solved');
});

test('with the standard automation off, Zendesk itself closes after 28 days', async () => {
  const { body } = await api.get('/automations/active');
  expect(body).toMatchObject({
    automations: [{ title: 'Close ticket 4 days after status is set to solved', active: true }],
  });
  await api.put(`/automations/${numberAt(body, 'automations.0.id')}`, { automation: { active: false } });
  await api.put('/tickets/101', { ticket: { status: 'solved', assignee_id: AGENT } });
  sandbox.clock.advance(27 * DAY);
  expect(at((await api.get('/tickets/101')).body, 'ticket.status')).toBe('solved');
  sandbox.clock.advance(2 * DAY);
  expect(at((await api.get('/tickets/101')).body, 'ticket.status')).toBe('closed');
});

test('an automation of the account acts on what has waited long enough', async () => {
  const conditions = {
    all: [
      { field: 'NEW', operator: 'greater_than', value: '24' },
      { field: 'current_tags', operator: 'not_includes', value: 'waited' },
    ],
    any: [],
  };
  const made = await api.post('/automations', {
    automation: { title: 'Waiting', conditions, actions: [{ field: 'current_tags', value: 'waited' }] },
  });
  expect(made.status).toBe(201);
  sandbox.clock.advance(20 * 3_600_000);
  expect(at((await api.get('/tickets/101')).body, 'ticket.tags')).toEqual([]);
  sandbox.clock.advance(5 * 3_600_000);
  expect(at((await api.get('/tickets/101')).body, 'ticket.tags')).toEqual(['waited']);
  sandbox.clock.advance(DAY);
  expect(listAt((await api.get('/tickets/101/audits')).body, 'audits')).toHaveLength(2);
});
