import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, listAt, numberAt, textAt } from './support/read.ts';
import { ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;

const tickets = Array.from({ length: 6 }, (_, index) => ({
  id: index + 1,
  subject: `T${index + 1}`,
  requester_id: ENGLISH,
  created_at: `-${10 - index}h`,
  comments: [{ author_id: ENGLISH, body: 'x' }],
}));

beforeEach(async () => {
  sandbox = await startSandbox({ seed: { ...SEED, tickets } });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const follow = (link: unknown) => api.get(String(link).replace(`${sandbox.url}/api/v2`, ''));
const ids = (body: unknown, key = 'tickets') => listAt(body, key).map((item) => numberAt(item, 'id'));

test('a record that goes away or comes in between shifts no page', async () => {
  const first = await api.get('/tickets?page[size]=2&sort=-id');
  expect(ids(first.body)).toEqual([6, 5]);
  await api.post('/tickets', { ticket: { requester_id: ENGLISH, comment: { body: 'new' } } });
  await api.delete('/tickets/5');
  expect(ids((await follow(at(first.body, 'links.next'))).body)).toEqual([4, 3]);
});

test('sorted by updated_at, a ticket that moves to the end is met there, and none is left out', async () => {
  const first = await api.get('/tickets?page[size]=3&sort=updated_at');
  expect(ids(first.body)).toEqual([1, 2, 3]);
  await api.put('/tickets/2', { ticket: { priority: 'low' } });
  expect(ids((await follow(at(first.body, 'links.next'))).body)).toEqual([4, 5, 6]);
  const last = await api.get(
    `/tickets?page[size]=100&sort=updated_at&page[after]=${encodeURIComponent(textAt(first.body, 'meta.after_cursor'))}`,
  );
  expect(ids(last.body)).toEqual([4, 5, 6, 2]);
});

test('comments newest first keep their place when one is written', async () => {
  for (const body of ['a', 'b', 'c'])
    await api.put('/tickets/1', { ticket: { comment: { body, public: false } } });
  const first = await api.get('/tickets/1/comments?page[size]=2&sort=-created_at');
  const bodies = (body: unknown) => listAt(body, 'comments').map((one) => textAt(one, 'body'));
  expect(bodies(first.body)).toEqual(['c', 'b']);
  await api.put('/tickets/1', { ticket: { comment: { body: 'd', public: false } } });
  expect(bodies((await follow(at(first.body, 'links.next'))).body)).toEqual(['a', 'x']);
});

test('pages larger than a hundred, and sorting that cursors do not have, are refused', async () => {
  const large = await api.get('/tickets?page[size]=101');
  expect([large.status, large.body]).toMatchObject([
    400,
    { errors: [{ code: 'InvalidPaginationParameter' }] },
  ]);
  expect((await api.get('/tickets?page[size]=2&sort=subject')).status).toBe(400);
  expect((await api.get('/search/export?query=status:new&filter[type]=ticket&page[size]=1000')).status).toBe(
    200,
  );
});

test('search names no cursors, and says so in the words of Zendesk', async () => {
  expect((await api.get('/search?query=x&page[size]=5')).body).toEqual({
    error: {
      title: 'Invalid attribute',
      message:
        'You passed an invalid value for the page attribute. Invalid parameter: page must be an integer from api/v2/search/index',
    },
  });
});

test("a cursor of search's export ends after an hour, and only goes forward", async () => {
  const path = '/search/export?query=status:new&filter[type]=ticket&page[size]=2';
  const first = await api.get(path);
  const next = at(first.body, 'links.next');
  expect(first.body).toMatchObject({ links: { prev: null }, meta: { has_more: true } });
  sandbox.clock.advance(3_000_000);
  const second = await follow(next);
  expect([second.status, second.body]).toMatchObject([200, { links: { prev: null } }]);
  sandbox.clock.advance(900_000);
  expect((await follow(next)).status).toBe(400);
  expect((await follow(at(second.body, 'links.next'))).status).toBe(200);
});

test('the account-wide audits name their cursors in both ways', async () => {
  const first = await api.get('/ticket_audits?page[size]=4');
  expect(listAt(first.body, 'audits')).toHaveLength(4);
  const second = await follow(at(first.body, 'after_url'));
  expect(listAt(second.body, 'audits')).toHaveLength(2);
});
