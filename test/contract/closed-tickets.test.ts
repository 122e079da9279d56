import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { listAt, numberAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

const DAY = 86_400_000;

let sandbox: Sandbox;
let api: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterEach(() => sandbox.stop());

const close = () =>
  api.put('/tickets/101', { ticket: { status: 'closed', tags: ['kept'], assignee_id: AGENT } });
const ids = async (path: string, key = 'tickets') =>
  listAt((await api.get(path)).body, key).map((one) => numberAt(one, 'id'));

test('a closed ticket takes no update, no comment, no merge; only its tags may still change, without any rule running', async () => {
  await api.post('/triggers', {
    trigger: {
      title: 'Marks what has a tag',
      conditions: { all: [{ field: 'current_tags', operator: 'includes', value: 'late' }] },
      actions: [{ field: 'priority', value: 'urgent' }],
    },
  });
  await close();
  const comment = { comment: { body: 'x', public: true } };
  for (const ticket of [{ priority: 'low' }, { tags: ['x'] }, comment, { status: 'open' }])
    expect([ticket, (await api.put('/tickets/101', { ticket })).status]).toEqual([ticket, 422]);
  expect((await api.put('/tickets/101/tags', { tags: ['late'] })).body).toEqual({ tags: ['kept', 'late'] });
  expect((await api.get('/tickets/101')).body).toMatchObject({
    ticket: { status: 'closed', priority: null },
  });
  const agent = await sessionClient(sandbox, AGENT);
  expect((await agent.put('/tickets/101/tags', { tags: ['x'] })).status).toBe(422);
});

test('solved tickets are closed in time, by the clock', async () => {
  await api.put('/tickets/101', { ticket: { status: 'solved', assignee_id: AGENT } });
  sandbox.clock.advance(29 * DAY);
  expect((await api.get('/tickets/101')).body).toMatchObject({ ticket: { status: 'closed' } });
});

test('120 days after closing a ticket is archived: read and searched, but on no list, its audits all at once', async () => {
  await close();
  await api.put('/tickets/101/tags', { tags: ['more'] });
  sandbox.clock.advance(119 * DAY);
  expect(await ids('/tickets')).toContain(101);
  expect(listAt((await api.get('/tickets/101/audits?page[size]=1')).body, 'audits')).toHaveLength(1);
  sandbox.clock.advance(2 * DAY);
  expect(await ids('/tickets')).not.toContain(101);
  expect(await ids(`/users/${AGENT}/tickets/assigned`)).toEqual([]);
  expect((await api.get('/tickets/101')).status).toBe(200);
  expect((await api.get('/tickets/101/related')).body).toMatchObject({ from_archive: true });
  expect(await ids('/search?query=tags:kept', 'results')).toEqual([101]);
  expect(listAt((await api.get('/tickets/101/audits?page[size]=1')).body, 'audits')).toHaveLength(3);
});
