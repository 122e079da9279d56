import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { listAt, numberAt, textAt } from './support/read.ts';
import { ENGLISH, SEED } from './support/seed.ts';

/** Longer than any machine takes for a few calls. */
const LAG = 600_000;
let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const ids = (body: unknown, key: string) => listAt(body, key).map((item) => numberAt(item, 'id'));
const priority = async (path = '/tickets/101') => (await api.get(path)).body;
const put = (ticket: Record<string, unknown>) => api.put('/tickets/101', { ticket });

test('what a seed brought is there from the start, whatever the lag', async () => {
  sandbox.lag.readMs = 3_600_000;
  sandbox.lag.searchMs = 3_600_000;
  expect(ids((await api.get('/tickets')).body, 'tickets')).toEqual([101, 102]);
  expect((await api.get('/search/count?query=type:ticket')).body).toEqual({ count: 2 });
});

test('reads show a write only when the lag has passed; the reply of the write is current', async () => {
  sandbox.lag.readMs = LAG;
  const comment = { body: 'Seen later', public: false };
  expect((await put({ priority: 'high', comment })).body).toMatchObject({ ticket: { priority: 'high' } });
  expect(await priority()).toMatchObject({ ticket: { priority: null } });
  expect(await priority('/tickets/show_many?ids=101')).toMatchObject({ tickets: [{ priority: null }] });
  expect(listAt((await api.get('/tickets/101/audits')).body, 'audits')).toHaveLength(1);
  expect(listAt((await api.get('/tickets/101/comments')).body, 'comments')).toHaveLength(1);
  sandbox.clock.advance(LAG);
  expect(await priority()).toMatchObject({ ticket: { priority: 'high' } });
  expect(listAt((await api.get('/tickets/101/audits')).body, 'audits')).toHaveLength(2);
  expect(listAt((await api.get('/tickets/101/comments')).body, 'comments')).toHaveLength(2);
});

test('of several writes, each becomes visible in its turn', async () => {
  sandbox.lag.readMs = LAG;
  await put({ priority: 'low' });
  sandbox.clock.advance(0.6 * LAG);
  await put({ priority: 'urgent' });
  sandbox.clock.advance(0.5 * LAG);
  expect(await priority()).toMatchObject({ ticket: { priority: 'low' } });
  sandbox.clock.advance(0.6 * LAG);
  expect(await priority()).toMatchObject({ ticket: { priority: 'urgent' } });
});

test('a safe update is compared with the true state, not with what readers see', async () => {
  sandbox.lag.readMs = LAG;
  sandbox.clock.advance(2_000);
  await put({ priority: 'low' });
  const seen = textAt(await priority(), 'ticket.updated_at');
  expect((await put({ tags: ['x'], safe_update: true, updated_stamp: seen })).status).toBe(409);
});

test('a new ticket is not found until the lag has passed', async () => {
  sandbox.lag.readMs = LAG;
  const made = await api.post('/tickets', { ticket: { requester_id: ENGLISH, comment: { body: 'New' } } });
  const id = numberAt(made.body, 'ticket.id');
  expect((await api.get(`/tickets/${id}`)).status).toBe(404);
  sandbox.lag.readMs = 0;
  expect((await api.get(`/tickets/${id}`)).status).toBe(200);
});

test('search, its export and views lag by a time of their own', async () => {
  sandbox.lag.searchMs = LAG;
  const view = await api.post('/views', {
    view: {
      title: 'Marked',
      all: [
        { field: 'status', operator: 'less_than', value: 'closed' },
        { field: 'current_tags', operator: 'includes', value: 'marked' },
      ],
      output: { columns: ['subject'] },
    },
  });
  const path = `/views/${numberAt(view.body, 'view.id')}/tickets`;
  const found = async () => [
    ids((await api.get('/search?query=tags:marked')).body, 'results'),
    ids((await api.get('/search/export?query=tags:marked&filter[type]=ticket')).body, 'results'),
    ids((await api.get(path)).body, 'tickets'),
  ];
  await put({ tags: ['marked'] });
  expect(await found()).toEqual([[], [], []]);
  expect(await priority()).toMatchObject({ ticket: { tags: ['marked'] } });
  sandbox.clock.advance(LAG);
  expect(await found()).toEqual([[101], [101], [101]]);
});
