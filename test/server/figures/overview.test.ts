import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi, wholeCase } from '../support/api.ts';
import { overviewShape, registerShape } from './support/shapes.ts';

let api: TestApi;
const at = (text: string): number => Date.parse(text);
const due = (time: string, nextDueDate: string) => ({ nextDueAt: at(time), nextDueDate });

/** Maundy Thursday in England: Friday to Monday nobody works. */
beforeAll(async () => {
  api = await startApi({ now: '2026-04-02T09:00:00Z' });
  await api.save(
    wholeCase(1, due('2026-04-01T23:00:00Z', '2026-04-01')),
    wholeCase(2, {
      ...due('2026-04-02T16:00:00Z', '2026-04-02'),
      assigneeId: 7,
      nextDuty: 'ask4.acknowledgement',
    }),
    wholeCase(3, due('2026-04-04T10:00:00Z', '2026-04-04')),
    wholeCase(4, due('2026-04-06T23:00:00Z', '2026-04-06')),
    wholeCase(5, { ...due('2026-04-07T23:00:00Z', '2026-04-07'), assigneeId: 7 }),
    wholeCase(6, { ...due('2026-04-02T20:00:00Z', '2026-04-02'), closedAt: at('2026-04-01T12:00:00Z') }),
    wholeCase(7, { nextDueAt: null, nextDueDate: null, nextDuty: null, marks: ['not_delivered'] }),
    wholeCase(8, due('2026-04-30T23:00:00Z', '2026-04-30')),
  );
});
afterAll(() => api.stop());

const overview = async () => overviewShape.parse((await api.ask('/overview')).json());

it('what falls on the holidays has to be done today', async () => {
  const { figures, forecast, nextDue, openTotal } = await overview();
  expect(openTotal).toBe(7);
  expect(figures).toMatchObject({
    overdue: { count: 1, oldestDueAt: '2026-04-01T23:00:00.000Z' },
    dueToday: { count: 3, firstDueAt: '2026-04-02T16:00:00.000Z', until: '2026-04-06' },
    dueTomorrow: { count: 1, date: '2026-04-07', until: '2026-04-07' },
    noOwner: { count: 5, overdue: 1 },
    notSent: { count: 1 },
    needsPerson: { count: 1 },
  });
  expect(nextDue.map(({ ticketId }) => ticketId)).toEqual([1, 2, 3, 4]);
  expect(forecast).toHaveLength(10);
  expect(forecast[0]).toEqual({
    date: '2026-04-02',
    until: '2026-04-06',
    total: 3,
    bySteps: [
      { regime: 'ask4', duty: 'update', count: 2 },
      { regime: 'ask4', duty: 'acknowledgement', count: 1 },
    ],
    byOwners: [
      { assigneeId: null, count: 2 },
      { assigneeId: 7, count: 1 },
    ],
  });
  const list = registerShape.parse(
    (await api.ask('/cases?open=true&overdue=false&due_from=2026-04-02&due_to=2026-04-06')).json(),
  );
  expect(list.cases.map(({ ticketId }) => ticketId)).toEqual([2, 3, 4]);
});

it('on a free day that day is shown only where something falls due before anybody works again', async () => {
  api.clock.advance(at('2026-04-04T12:00:00Z') - api.clock.now());
  const saturday = await overview();
  expect(saturday.forecast.map(({ date, total }) => [date, total]).slice(0, 2)).toEqual([
    ['2026-04-04', 1],
    ['2026-04-07', 1],
  ]);
  expect(saturday.forecast).toHaveLength(11);
  expect(saturday.figures.dueToday).toEqual({
    count: 1,
    firstDueAt: '2026-04-06T23:00:00.000Z',
    until: '2026-04-06',
  });
  api.clock.advance(at('2026-04-11T12:00:00Z') - api.clock.now());
  const later = await overview();
  expect(later.forecast.map(({ date }) => date)[0]).toBe('2026-04-13');
  expect(later.forecast).toHaveLength(10);
  expect(later.figures.dueToday.count).toBe(0);
});
