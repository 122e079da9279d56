import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { at, eventsOf, listAt, numberAt } from './support/read.ts';
import { AGENT, ENGLISH, SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let waiting: number;

const Statuses = z.array(
  z.looseObject({ id: z.number(), status_category: z.string(), default: z.boolean() }),
);
const statuses = async (query = '') =>
  Statuses.parse(listAt((await api.get(`/custom_statuses${query}`)).body, 'custom_statuses'));
const byDefault = async (category: string) =>
  (await statuses('?default=true')).find((one) => one.status_category === category)?.id;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
  const made = await api.post('/custom_statuses', {
    custom_status: {
      status_category: 'pending',
      agent_label: 'Waiting for a letter',
      end_user_label: 'By post',
    },
  });
  expect(made.status).toBe(201);
  waiting = numberAt(made.body, 'custom_status.id');
});
afterAll(() => sandbox.stop());

const create = async () =>
  numberAt(
    (await api.post('/tickets', { ticket: { requester_id: ENGLISH, comment: { body: 'x' } } })).body,
    'ticket.id',
  );
const update = (id: number, ticket: Record<string, unknown>) => api.put(`/tickets/${id}`, { ticket });

test('each category has a default from the start', async () => {
  expect((await statuses('?default=true')).map((one) => one.status_category)).toEqual([
    'new',
    'open',
    'pending',
    'hold',
    'solved',
  ]);
  expect((await statuses('?status_categories=pending')).map((one) => one.default)).toEqual([true, false]);
});

test('a custom status brings its category, and the audit tells of both', async () => {
  const id = await create();
  const saved = await update(id, { custom_status_id: waiting });
  expect(saved.body).toMatchObject({ ticket: { status: 'pending', custom_status_id: waiting } });
  expect(eventsOf(at(saved.body, 'audit'))).toMatchObject([
    { field_name: 'status', value: 'pending', previous_value: 'new' },
    {
      field_name: 'custom_status_id',
      value: String(waiting),
      previous_value: String(await byDefault('new')),
    },
  ]);
});

test('a bare status brings the default of its category; the same category leaves it alone', async () => {
  const id = await create();
  await update(id, { custom_status_id: waiting });
  expect((await update(id, { status: 'pending' })).body).toMatchObject({
    ticket: { custom_status_id: waiting },
  });
  expect((await update(id, { status: 'open', assignee_id: AGENT })).body).toMatchObject({
    ticket: { custom_status_id: await byDefault('open') },
  });
  expect((await update(id, { status: 'closed' })).body).toMatchObject({
    ticket: { custom_status_id: await byDefault('open') },
  });
});

test('another default counts from then on; a default is neither deactivated nor deleted', async () => {
  expect((await api.put('/custom_status/default', { ids: String(waiting) })).status).toBe(200);
  const id = await create();
  expect((await update(id, { status: 'pending' })).body).toMatchObject({
    ticket: { custom_status_id: waiting },
  });
  expect((await api.put(`/custom_statuses/${waiting}`, { custom_status: { active: false } })).status).toBe(
    422,
  );
  expect((await api.delete(`/custom_statuses/${waiting}`)).status).toBe(422);
});

test('what is no status, a category there is none of, and a label that is taken are refused', async () => {
  expect((await update(await create(), { custom_status_id: 4711 })).status).toBe(422);
  const make = (custom_status: Record<string, unknown>) => api.post('/custom_statuses', { custom_status });
  expect((await make({ status_category: 'closed', agent_label: 'X' })).status).toBe(422);
  expect((await make({ status_category: 'open', agent_label: 'waiting for a LETTER' })).status).toBe(422);
  expect((await make({ status_category: 'open' })).status).toBe(422);
});
