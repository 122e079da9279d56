import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, listAt, numberAt, textAt } from './support/read.ts';
import { ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

const tickets = Array.from({ length: 7 }, (_, index) => ({
  id: index + 1,
  subject: `T${index + 1}`,
  requester_id: ENGLISH,
  created_at: `-${10 - index}h`,
  comments: [{ author_id: ENGLISH, body: 'x' }],
}));

beforeAll(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, tickets } });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());

/** Asks for an address that a reply gave, through the same client. */
const follow = (link: unknown) => api.get(String(link).replace(`${sandbox.url}/api/v2`, ''));
const ids = (body: unknown, key = 'tickets') => listAt(body, key).map((item) => numberAt(item, 'id'));

test('cursors: size, has_more, links that lead through the whole list and back', async () => {
  const first = await api.get('/tickets.json?page[size]=3');
  expect(ids(first.body)).toEqual([1, 2, 3]);
  expect(first.body).toMatchObject({ meta: { has_more: true } });
  expect(textAt(first.body, 'links.next').startsWith(`${sandbox.url}/api/v2/tickets.json?`)).toBe(true);
  const second = await follow(at(first.body, 'links.next'));
  expect(ids(second.body)).toEqual([4, 5, 6]);
  const third = await follow(at(second.body, 'links.next'));
  expect(ids(third.body)).toEqual([7]);
  expect(third.body).toMatchObject({ meta: { has_more: false }, links: { next: null } });
  const back = await follow(at(third.body, 'links.prev'));
  expect(ids(back.body)).toEqual([4, 5, 6]);
});

test('cursors: the cursor itself may be sent, a broken one is refused', async () => {
  const first = await api.get('/tickets?page[size]=2');
  const next = await api.get(`/tickets?page[size]=2&page[after]=${textAt(first.body, 'meta.after_cursor')}`);
  expect(ids(next.body)).toEqual([3, 4]);
  expect((await api.get('/tickets?page[size]=2&page[after]=nonsense')).status).toBe(400);
  expect((await api.get('/tickets?page[size]=0')).status).toBe(400);
});

test('cursors: sort is heeded, sort_by silently ignored', async () => {
  expect(ids((await api.get('/tickets?page[size]=2&sort=-id')).body)).toEqual([7, 6]);
  expect(ids((await api.get('/tickets?page[size]=2&sort_by=id&sort_order=desc')).body)).toEqual([1, 2]);
});

test('offsets: next_page, previous_page and count', async () => {
  const first = await api.get('/tickets.json?per_page=5');
  expect(first.body).toMatchObject({ count: 7, previous_page: null });
  const second = await follow(at(first.body, 'next_page'));
  expect(ids(second.body)).toEqual([6, 7]);
  expect(second.body).toMatchObject({ next_page: null });
  expect(ids((await api.get('/tickets?sort_by=created_at&sort_order=desc&per_page=1')).body)).toEqual([7]);
});

test('offsets: nothing beyond ten thousand records', async () => {
  expect((await api.get('/tickets?page=101&per_page=100')).status).toBe(400);
  expect((await api.get('/tickets?page=0')).status).toBe(400);
});

test('audits page by cursors', async () => {
  for (const priority of ['low', 'high', 'urgent']) await api.put('/tickets/1', { ticket: { priority } });
  const first = await api.get('/tickets/1/audits.json?page[size]=2');
  expect(listAt(first.body, 'audits')).toHaveLength(2);
  const second = await follow(at(first.body, 'links.next'));
  expect(listAt(second.body, 'audits')).toHaveLength(2);
  expect(second.body).toMatchObject({ meta: { has_more: false } });
  const everything = listAt((await api.get('/tickets/1/audits')).body, 'audits');
  expect([...listAt(first.body, 'audits'), ...listAt(second.body, 'audits')]).toEqual(everything);
});

test('search pages by offsets only, its export by cursors', async () => {
  const query = encodeURIComponent('type:ticket order_by:created_at sort:asc');
  expect(ids((await api.get(`/search?query=${query}&per_page=3&page=2`)).body, 'results')).toEqual([4, 5, 6]);
  expect((await api.get(`/search?query=${query}&page[size]=3`)).status).toBe(400);
  expect((await api.get(`/search?query=${query}&per_page=100&page=11`)).status).toBe(422);
  expect((await api.get(`/search/export?filter[type]=ticket&query=${query}`)).status).toBe(422);
  const exported = await api.get('/search/export?filter[type]=ticket&query=status:new&page[size]=4');
  expect(listAt(exported.body, 'results')).toHaveLength(4);
  expect(listAt((await follow(at(exported.body, 'links.next'))).body, 'results')).toHaveLength(3);
  expect((await api.get(`/search/export?query=${query}`)).status).toBe(400);
});
