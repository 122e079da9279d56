import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient, sessionClient } from './support/client.ts';
import { at, listAt, numberAt } from './support/read.ts';
import { AGENT, SEED } from './support/seed.ts';

const BASE = '/business_hours/schedules';
let sandbox: Sandbox;
let api: Client;
let id: number;
let made = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  made += 1;
  const schedule = { name: `Office ${made}`, time_zone: 'London' };
  id = numberAt((await api.post(BASE, { schedule })).body, 'schedule.id');
});

const week = (intervals: unknown) => api.put(`${BASE}/${id}/workweek.json`, { workweek: { intervals } });
const holiday = (start_date: string, end_date = start_date, name = 'Holiday') =>
  api.post(`${BASE}/${id}/holidays.json`, { holiday: { name, start_date, end_date } });

test('a new schedule is open Monday to Friday, nine to five, in a zone with its Rails name', async () => {
  const { status, body } = await api.get(`${BASE}/${id}.json`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ schedule: { id, time_zone: 'London' } });
  expect(listAt(body, 'schedule.intervals')).toHaveLength(5);
  expect(at(body, 'schedule.intervals.0')).toEqual({ start_time: 1980, end_time: 2460 });
  expect(Object.keys(at(body, 'schedule') ?? {}).sort()).toEqual([
    'created_at',
    'id',
    'intervals',
    'name',
    'time_zone',
    'updated_at',
  ]);
});

test('the list comes whole, with its own address', async () => {
  const { body } = await api.get(`${BASE}.json`);
  expect(listAt(body, 'schedules').map((one) => numberAt(one, 'id'))).toContain(id);
  expect(at(body, 'url')).toBe(`${sandbox.url}/api/v2${BASE}.json`);
});

test('name and zone change, hours have an endpoint of their own, and it is deleted', async () => {
  const changed = await api.put(`${BASE}/${id}`, {
    schedule: { name: 'Renamed', time_zone: 'Pacific Time (US & Canada)', intervals: [] },
  });
  expect(changed.body).toMatchObject({
    schedule: { name: 'Renamed', time_zone: 'Pacific Time (US & Canada)' },
  });
  expect(listAt(changed.body, 'schedule.intervals')).toHaveLength(5);
  expect((await api.delete(`${BASE}/${id}`)).status).toBe(204);
  expect((await api.get(`${BASE}/${id}`)).status).toBe(404);
});

test('hours are given in any order and kept in that of the week', async () => {
  const early = { start_time: 1980, end_time: 2100 };
  const late = { start_time: 2160, end_time: 2880 };
  expect((await week([late, early])).body).toEqual({ workweek: { intervals: [early, late] } });
  expect((await api.get(`${BASE}/${id}`)).body).toMatchObject({ schedule: { intervals: [early, late] } });
});

test.each([
  [
    'overlap',
    [
      { start_time: 1980, end_time: 2100 },
      { start_time: 2000, end_time: 2200 },
    ],
  ],
  ['end before they start', [{ start_time: 2100, end_time: 1980 }]],
  ['cross midnight', [{ start_time: 2800, end_time: 2900 }]],
  ['leave the week', [{ start_time: 10_000, end_time: 10_100 }]],
  ['are no numbers', [{ start_time: 'nine', end_time: 'five' }]],
])('hours that %s are refused', async (_why, intervals) => {
  const refused = await week(intervals);
  expect([refused.status, at(refused.body, 'error')]).toEqual([422, 'RecordInvalid']);
  expect(listAt(refused.body, 'details.intervals')).toHaveLength(1);
});

describe('holidays', () => {
  test('are civil dates, both included; they are listed, shown, changed and deleted', async () => {
    const first = await holiday('2026-12-25', '2026-12-26', 'Christmas');
    expect(first.status).toBe(201);
    const own = numberAt(first.body, 'holiday.id');
    const shown = { id: own, name: 'Christmas', start_date: '2026-12-25', end_date: '2026-12-26' };
    expect(first.body).toEqual({ holiday: shown });
    await holiday('2026-04-03', '2026-04-03', 'Good Friday');
    const { body } = await api.get(`${BASE}/${id}/holidays.json`);
    expect(listAt(body, 'holidays').map((one) => at(one, 'name'))).toEqual(['Good Friday', 'Christmas']);
    expect((await api.get(`${BASE}/${id}/holidays/${own}`)).body).toMatchObject({ holiday: shown });
    const moved = await api.put(`${BASE}/${id}/holidays/${own}`, { holiday: { end_date: '2026-12-28' } });
    expect(moved.body).toEqual({ holiday: { ...shown, end_date: '2026-12-28' } });
    expect((await api.delete(`${BASE}/${id}/holidays/${own}`)).status).toBe(204);
    expect((await api.get(`${BASE}/${id}/holidays/${own}`)).status).toBe(404);
  });

  test('that end before they start, overlap, or lie on no day are refused', async () => {
    await holiday('2026-12-25', '2026-12-26');
    expect((await holiday('2026-12-26', '2026-12-27')).status).toBe(422);
    expect((await holiday('2026-12-27', '2026-12-25')).status).toBe(422);
    expect((await holiday('2026-02-30')).status).toBe(422);
    expect((await holiday('2026-06-01', '2026-06-01', '')).status).toBe(422);
    expect((await holiday('2026-12-27')).status).toBe(201);
  });
});

test('a schedule needs a name of its own and a zone there is', async () => {
  const zone = { time_zone: 'London' };
  expect((await api.post(BASE, { schedule: zone })).status).toBe(422);
  expect((await api.post(BASE, { schedule: { name: `Office ${made}`, ...zone } })).status).toBe(422);
  expect((await api.post(BASE, { schedule: { name: 'Nowhere', time_zone: 'Atlantis' } })).status).toBe(422);
});

test('plain agents are kept out', async () => {
  expect((await (await sessionClient(sandbox, AGENT)).get(BASE)).status).toBe(403);
});
