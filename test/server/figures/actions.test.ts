import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startApi, type TestApi, wholeCase } from '../support/api.ts';
import { actionShape, causesShape } from './support/shapes.ts';

let api: TestApi;
let ticketId = 0;

/** Complaints about billing, month by month from October 2025: 10 to 12 of them, and few from August 2026 on. */
const BILLING = [10, 11, 10, 12, 11, 10, 11, 12, 10, 11, 3, 2, 3, 2];

beforeAll(async () => {
  api = await startApi({ now: '2026-05-20T12:00:00Z' });
  const cases = BILLING.flatMap((count, month) =>
    Array.from({ length: count }, (_, day) => {
      ticketId += 1;
      const receivedAt = Date.UTC(2025, 9 + month, day + 1, 12);
      return wholeCase(ticketId, { category: 'billing', receivedAt });
    }),
  );
  await api.save(...cases);
});
afterAll(() => api.stop());

const moveTo = (time: string): void => api.clock.advance(Date.parse(time) - api.clock.now());
const send = (
  method: string,
  path: string,
  body: unknown,
  headers = { 'content-type': 'application/json' },
) => api.ask(path, { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

const GOOD = {
  category: 'billing',
  what: 'Check every final bill twice',
  ownerId: 101,
  dueDate: '2026-06-30',
};

describe('an action for a cause', () => {
  it('is kept, shown with its cause, done, and found to have helped', async () => {
    const made = await send('POST', '/actions', GOOD);
    expect(made.status).toBe(201);
    const action = actionShape.parse(made.json());
    // Full months before May 2026: October to April.
    expect(action).toMatchObject({
      ...GOOD,
      doneAt: null,
      before: { months: 7, mean: 75 / 7 },
      after: null,
      fell: null,
    });
    expect(action.createdAt).toBe('2026-05-20T12:00:00.000Z');

    const { causes } = causesShape.parse((await api.ask('/causes?month=2026-04')).json());
    expect(causes.find(({ category }) => category === 'billing')?.actions).toEqual([action]);

    moveTo('2026-07-15T12:00:00Z');
    const done = actionShape.parse((await send('PATCH', `/actions/${action.id}`, { done: true })).json());
    expect(done).toMatchObject({ doneAt: '2026-07-15T12:00:00.000Z', after: null, fell: null });
    moveTo('2026-10-02T12:00:00Z');
    // Two full months are too few to say.
    const early = z.object({ actions: z.array(actionShape) }).parse((await api.ask('/actions')).json());
    expect(early.actions).toMatchObject([{ after: { months: 2, mean: 2.5 }, fell: null }]);
    moveTo('2026-11-20T12:00:00Z');
    const late = actionShape.parse((await send('PATCH', `/actions/${action.id}`, { done: true })).json());
    expect(late).toMatchObject({
      doneAt: done.doneAt,
      before: { months: 7, mean: 75 / 7 },
      after: { months: 3 },
      fell: true,
    });

    const changed = await send('PATCH', `/actions/${action.id}`, {
      what: 'Another',
      ownerId: 102,
      done: false,
    });
    expect(changed.json()).toMatchObject({
      what: 'Another',
      ownerId: 102,
      dueDate: '2026-06-30',
      doneAt: null,
      fell: null,
    });
    expect((await api.ask('/actions?category=speed')).json()).toEqual({ actions: [] });
  });

  it.each([
    ['no cause', { ...GOOD, category: undefined }, ['category']],
    ['a cause that is no name', { ...GOOD, category: 'A cause' }, ['category']],
    ['nothing to do', { ...GOOD, what: '  ' }, ['what']],
    ['too many words', { ...GOOD, what: 'x'.repeat(501) }, ['what']],
    ['no owner', { ...GOOD, ownerId: 'me' }, ['ownerId']],
    ['a day that does not exist', { ...GOOD, dueDate: '2026-02-30' }, ['dueDate']],
    ['what nobody asked for', { ...GOOD, doneAt: '2026-01-01' }, ['doneAt']],
    ['no object', [], ['']],
  ])('with %s is refused by its names', async (_, body, names) => {
    const answer = await send('POST', '/actions', body);
    expect(answer.status).toBe(422);
    const problem = z.object({
      code: z.literal('invalid_body'),
      faults: z.array(z.object({ name: z.string() })),
    });
    expect(problem.parse(answer.json()).faults.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['that is no JSON', '{"category":', 'application/json', 400, 'malformed_body'],
    ['of another kind', 'category=billing', 'application/x-www-form-urlencoded', 415, 'not_json'],
    [
      'that is too long',
      JSON.stringify({ what: 'x'.repeat(20_000) }),
      'application/json',
      413,
      'payload_too_large',
    ],
  ])('a body %s is refused', async (_, body, type, status, code) => {
    const answer = await send('POST', '/actions', body, { 'content-type': type });
    expect([answer.status, answer.json()]).toMatchObject([status, { code }]);
  });

  it.each(['/actions/999999', '/actions/abc', '/actions/0'])('%s is none', async (path) => {
    expect((await send('PATCH', path, { done: true })).json()).toMatchObject({ code: 'action_not_found' });
  });

  it('that is changed in nothing is refused; other methods are not taken', async () => {
    expect((await send('PATCH', '/actions/1', {})).status).toBe(422);
    expect((await send('DELETE', '/actions/1', {})).status).toBe(405);
  });
});

describe('an agent', () => {
  it.each([
    '/overview',
    '/promises',
    '/causes',
    '/actions',
    '/report.html',
    '/cases',
    '/cases.csv',
    '/labels',
  ])('does not see %s', async (path) => {
    const authorization = `Bearer ${await api.session('agent')}`;
    const answer = await api.ask(path, { headers: { authorization } });
    expect([answer.status, answer.json()]).toMatchObject([403, { code: 'not_a_lead' }]);
  });

  it('adds no action', async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await api.session('agent')}`,
    };
    expect((await send('POST', '/actions', GOOD, headers)).status).toBe(403);
  });
});

describe('a query', () => {
  it.each([
    ['/overview?month=2026-04', ['month']],
    ['/overview?brand=x', ['brand']],
    ['/promises?month=2026-13', ['month']],
    ['/promises?month=April', ['month']],
    ['/causes?category=a%20b', ['category']],
    ['/report.html?language=fr', ['language']],
    ['/cases?outcome=good', ['outcome']],
    ['/cases?due_month=2026', ['due_month']],
    ['/cases.csv?columns=ticket_id,name', ['columns']],
    ['/cases.csv?columns=stage,stage', ['columns']],
    ['/cases.csv?language=it', ['language']],
    ['/labels?language=de', ['language']],
  ])('%s is refused', async (path, names) => {
    const answer = await api.ask(path);
    expect(answer.status).toBe(422);
    const problem = z.object({ faults: z.array(z.object({ name: z.string() })) }).parse(answer.json());
    expect(problem.faults.map(({ name }) => name)).toEqual(names);
  });
});

it('the file has the columns that are asked for, in their order', async () => {
  const { text } = await api.ask('/cases.csv?columns=category,ticket_id&tickets=1,2&sort=ticket');
  expect(text.replace('\uFEFF', '')).toBe('category,ticket_id\r\nbilling,1\r\nbilling,2\r\n');
});

it.each([
  ['en', 'Billing', 'Acknowledged'],
  ['de', 'Abrechnung', 'Bestätigt'],
  ['nl', 'Facturering', 'Bevestigd'],
])('and beside the codes their words, in %s', async (language, cause, stage) => {
  const { text } = await api.ask(
    `/cases.csv?columns=category,category_name,stage_name,assignee_name&tickets=1&language=${language}`,
  );
  // Nobody tells names here.
  expect(text.split('\r\n')[1]).toBe(`billing,${cause},${stage},`);
});
