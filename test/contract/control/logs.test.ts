import { expect, test } from 'vitest';
import { accountForAll } from '../support/account.ts';
import { controlOf } from '../support/control.ts';
import { listAt } from '../support/read.ts';

const account = accountForAll();
const control = controlOf(account);

test('the log of requests tells who asked what, and can be cleared', async () => {
  await control('DELETE', '/requests');
  await account.api.get('/tickets/101.json?include=users');
  await account.api.get('/nowhere');
  const { body } = await control('GET', '/requests');
  expect(listAt(body, 'requests')).toMatchObject([
    {
      method: 'GET',
      path: '/api/v2/tickets/101.json?include=users',
      status: 200,
      userId: 11,
      endpoint: 'GET /api/v2/tickets/:id',
    },
    { path: '/api/v2/nowhere', status: 404, endpoint: 'GET /api/v2/nowhere' },
  ]);
  expect(account.sandbox.requests()).toHaveLength(2);
});

test('the log is counted by endpoint and by status, and the newest can be asked for', async () => {
  await control('DELETE', '/requests');
  await account.api.get('/tickets/101');
  await account.api.get('/tickets/102');
  await account.api.get('/tickets/999999');
  await account.api.get('/users/me');
  const { body } = await control('GET', '/requests/summary');
  expect(body).toMatchObject({
    total: 4,
    statuses: { 200: 3, 404: 1 },
    endpoints: [
      { endpoint: 'GET /api/v2/tickets/:id', count: 3, statuses: { 200: 2, 404: 1 } },
      { count: 1 },
    ],
  });
  const newest = await control('GET', '/requests?limit=1');
  expect(newest.body).toMatchObject({ requests: [{ path: '/api/v2/users/me' }], total: 4 });
});

test('a log can be emptied', async () => {
  await control('POST', '/mail', { from: 'eve@mail.example', subject: 'Again', body: 'x' });
  expect(listAt((await control('GET', '/mails')).body, 'mails').length).toBeGreaterThan(0);
  expect((await control('DELETE', '/mails')).status).toBe(204);
  expect((await control('GET', '/mails')).body).toEqual({ mails: [], total: 0 });
  expect((await control('DELETE', '/deliveries')).status).toBe(204);
});
