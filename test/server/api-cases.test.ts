import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCalendar } from '../../domain/calendar.ts';
import { calendarDataSchema } from '../../domain/calendar-data.ts';
import { localDate } from '../../domain/local-date.ts';
import type { CaseEventRow, DeadlineRow, WholeCase } from '../../server/ledger/index.ts';
import { startApi, type TestApi, wholeCase } from './support/api.ts';

let api: TestApi;
const at = (text: string): number => Date.parse(text);

const event = (kind: string, time: string): CaseEventRow => ({
  auditId: at(time) / 1_000,
  kind,
  at: at(time),
  recordedAt: at(time),
  authorId: 5,
  payload: {},
});

function deadline(duty: string, dueAt: string, more: Partial<DeadlineRow> = {}): DeadlineRow {
  const due = { dueAt: at(dueAt), dueDate: dueAt.slice(0, 10), warnAt: at(dueAt) - 86_400_000 };
  const open = { doneAt: null, waived: null, delayReason: null };
  return { regime: 'ask4', duty, anchorAt: 0, projected: false, ...due, ...open, ...more };
}

/** Received on 1 April at 09:00; by then everything is told in hours from that. */
function story(
  ticketId: number,
  acknowledgedAt: string | undefined,
  changes: Partial<WholeCase['row']> = {},
): WholeCase {
  const received = event('received', '2026-04-01T09:00:00Z');
  const done = acknowledgedAt === undefined ? [] : [event('acknowledged', acknowledgedAt)];
  return {
    ...wholeCase(ticketId, changes),
    events: [received, ...done],
    deadlines: [
      deadline('acknowledge', '2026-04-02T09:00:00Z', acknowledgedAt ? { doneAt: at(acknowledgedAt) } : {}),
      deadline('update', '2026-04-27T23:00:00Z', { projected: acknowledgedAt === undefined }),
    ],
  };
}

beforeAll(async () => {
  api = await startApi();
  await api.save(
    story(1, '2026-04-01T10:00:00Z', {
      currentTicketId: 901,
      marks: ['not_delivered', 'burst'],
      markedSince: { not_delivered: at('2026-04-01T10:00:00Z') },
      groupId: 7,
    }),
    story(2, '2026-04-01T11:00:00Z'),
    story(3, '2026-04-03T09:00:00Z'),
    story(4, undefined, {
      lostAt: at('2026-04-16T12:00:00Z'),
      lostWhy: 'deleted',
      marks: ['ticket_deleted'],
    }),
    story(5, '2026-04-01T09:30:00Z', { closedAt: at('2026-04-10T12:00:00Z'), marks: ['not_delivered'] }),
    story(6, '2026-04-01T09:30:00Z', { closedAt: at('2026-04-10T12:00:00Z'), marks: ['event_refused'] }),
    {
      ...story(7, '2026-05-01T10:00:00Z'),
      row: wholeCase(7, { receivedAt: at('2026-04-30T23:30:00Z') }).row,
    },
  );
  await api.ledger.wake([
    { ticketId: 901, at: api.clock.now() },
    { ticketId: 55, at: api.clock.now() },
  ]);
  const failed = { seq: 1, at: api.clock.now(), atIfWoken: api.clock.now(), quietUntil: api.clock.now() };
  await api.ledger.failWake({
    ...failed,
    ticketId: 901,
    error: 'ZendeskError: refused',
    code: 'forbidden',
    gaveUpAt: api.clock.now(),
  });
  await api.ledger.failWake({
    ...failed,
    ticketId: 55,
    error: 'x',
    code: 'of_an_older_version',
    gaveUpAt: api.clock.now(),
  });
});
afterAll(() => api.stop());

const get = async (path: string): Promise<unknown> => (await api.ask(path)).json();

describe('GET /cases/:ticketId', () => {
  it.each([1, 901])('tells all of a case by its home or its present ticket: %i', async (ticketId) => {
    expect(await get(`/cases/${ticketId}`)).toMatchObject({
      ticketId: 1,
      currentTicketId: 901,
      marks: [
        { code: 'not_delivered', advice: { en: expect.any(String), de: expect.any(String) } },
        { code: 'burst' },
      ],
      events: [
        { kind: 'received', at: '2026-04-01T09:00:00.000Z' },
        { kind: 'acknowledged', authorId: 5 },
      ],
      deadlines: [
        { duty: 'acknowledge', state: 'met', doneAt: '2026-04-01T10:00:00.000Z', dueDate: '2026-04-02' },
        { duty: 'update', state: 'running' },
      ],
      lastError: {
        ticketId: 901,
        code: 'forbidden',
        needsPerson: true,
        advice: { en: expect.stringContaining('role') },
      },
    });
  });

  it('says what is late, and what waits for something else', async () => {
    expect(await get('/cases/3')).toMatchObject({ deadlines: [{ state: 'met_late' }, {}], lastError: null });
    expect(await get('/cases/4')).toMatchObject({
      deadlines: [{ state: 'overdue' }, { state: 'projected' }],
      lostAt: '2026-04-16T12:00:00.000Z',
    });
  });

  it.each([
    '99',
    '0',
    '-1',
    'abc',
    '1e3',
    '9'.repeat(30),
    "1'--",
    '%00',
    '1%0a',
  ])('knows no case of "%s"', async (id) => {
    const answer = await api.ask(`/cases/${id}`);
    expect([answer.status, answer.json()]).toMatchObject([404, { code: 'case_not_found' }]);
  });

  it('refuses an address that can not be decoded', async () => {
    const answer = await api.ask('/cases/%E0%A4%A');
    expect([answer.status, answer.json()]).toMatchObject([400, { code: 'malformed_request' }]);
    expect((await api.ask('/nowhere')).json()).toMatchObject({ code: 'not_found' });
    const wrong = await api.ask('/cases/1', { method: 'DELETE' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('POST /cases/:ticketId/look', () => {
  const look = (id: number | string, init: RequestInit = {}) =>
    api.ask(`/cases/${id}/look`, { method: 'POST', ...init });

  it('has the present ticket looked at again at once', async () => {
    api.clock.advance(5_000);
    const before = await api.ledger.readWake(901);
    const answer = await look(1);
    expect([answer.status, answer.json()]).toEqual([202, { ticketId: 901 }]);
    const after = await api.ledger.readWake(901);
    expect(after?.seq).toBe((before?.seq ?? 0) + 1);
    expect(await api.ledger.readWake(1)).toBeUndefined();
  });

  it('takes a ticket whose look has failed, case or not, and none of which nobody has heard', async () => {
    expect((await look(55)).status).toBe(202);
    expect((await look(4_711)).status).toBe(404);
    expect(await api.ledger.readWake(4_711)).toBeUndefined();
    expect((await look(1, { method: 'GET' })).headers.get('allow')).toBe('POST');
  });
});

describe('GET /attention', () => {
  it('lists what needs a person, with what to do', async () => {
    const shape = z.object({
      totals: z.object({ failedLooks: z.number(), cases: z.number() }),
      items: z.array(
        z.object({
          kind: z.string(),
          ticketId: z.number(),
          code: z.string(),
          since: z.string().nullable(),
          advice: z.object({ en: z.string().min(20), de: z.string().min(20) }),
        }),
      ),
    });
    const { totals, items } = shape.parse(await get('/attention'));
    expect(totals).toEqual({ failedLooks: 2, cases: 3 });
    const looks = items.filter(({ kind }) => kind === 'failed_look');
    expect(looks.map(({ ticketId, code }) => [ticketId, code]).sort()).toEqual([
      [55, 'of_an_older_version'],
      [901, 'forbidden'],
    ]);
    const others = items.filter(({ kind }) => kind !== 'failed_look');
    expect(others.map(({ kind, ticketId, code, since }) => [kind, ticketId, code, since]).sort()).toEqual([
      ['held_send', 1, 'burst', null],
      ['lost_ticket', 4, 'deleted', '2026-04-16T12:00:00.000Z'],
      ['mark', 1, 'not_delivered', '2026-04-01T10:00:00.000Z'],
      ['mark', 4, 'ticket_deleted', '2026-04-16T12:00:00.000Z'],
      ['mark', 6, 'event_refused', null],
    ]);
  });
});

describe('GET /report', () => {
  it('counts duties and times, as a whole and by month of the receipt in the time zone of the policy', async () => {
    const report = await get('/report?from=2026-04-01&to=2026-05-31');
    const none = { onTime: 0, late: 0, open: 0, overdue: 0, projected: 0, waived: 0 };
    expect(report).toMatchObject({
      timeZone: 'Europe/London',
      cases: [
        { month: null, received: 7, over: 2 },
        { month: '2026-04', received: 6, over: 2 },
        { month: '2026-05', received: 1, over: 0 },
      ],
      duties: [
        { month: null, policyId: 'ask4', duty: 'acknowledge', ...none, onTime: 4, late: 2, overdue: 1 },
        { month: null, policyId: 'ask4', duty: 'update', ...none, open: 6, projected: 1 },
        { month: '2026-04', duty: 'acknowledge', onTime: 4, late: 1, overdue: 1 },
        {},
        { month: '2026-05', duty: 'acknowledge', late: 1 },
        {},
      ],
    });
  });

  it('tells the median and the 90th percentile of the times from receipt', async () => {
    const hour = 3_600;
    // 0.5, 0.5, 1, 2 and 48 hours.
    expect(await get('/report?from=2026-04-01&to=2026-04-30')).toMatchObject({
      times: [
        {
          month: null,
          kind: 'acknowledged',
          count: 5,
          medianSeconds: hour,
          p90Seconds: expect.closeTo(29.6 * hour, 3),
        },
        { month: '2026-04', kind: 'acknowledged', count: 5 },
      ],
    });
    expect(await get('/report?from=2027-01-01&to=2027-01-31')).toMatchObject({
      cases: [{ received: 0 }],
      times: [],
    });
  });

  it.each([
    '',
    'from=2026-04-01',
    'from=2026-04-02&to=2026-04-01',
    'from=2026-02-30&to=2026-04-01',
    'from=2000-01-01&to=2026-04-01',
    'from=x&to=y',
  ])('?%s is refused', async (query) => {
    const answer = await api.ask(`/report?${query}`);
    expect([answer.status, answer.json()]).toMatchObject([422, { code: 'invalid_query' }]);
  });
});

describe('GET /policy and /calendar', () => {
  it('tell what was promised, and which policy holds', async () => {
    expect(await get('/policy?brand=31&received=2026-04-01T09:00:00Z')).toMatchObject({
      holds: { id: 'ask4' },
      policies: [{ id: 'ask4', timeZone: 'Europe/London', regimes: expect.any(Array) }],
    });
  });

  it('tell which days count, and why not', async () => {
    const answer = await get('/calendar?from=2026-04-02&until=2026-04-07');
    expect(answer).toMatchObject({
      policy: { id: 'ask4' },
      timeZone: 'Europe/London',
      days: [
        { date: '2026-04-02', working: true },
        { date: '2026-04-03', working: false, why: 'holiday', holiday: { name: 'Good Friday' } },
        { date: '2026-04-04', working: false, why: 'weekend' },
        { date: '2026-04-05', working: false },
        { date: '2026-04-06', working: false, why: 'holiday' },
        { date: '2026-04-07', working: true },
      ],
    });
    const { data } = z.object({ data: calendarDataSchema }).parse(answer);
    const calendar = createCalendar(data);
    expect(calendar.addWorkingDays(localDate('2026-04-02'), 1)).toBe('2026-04-07');
    expect([data.from, data.until, data.off.length]).toEqual(['2026-04-02', '2026-04-07', 2]);
    expect(await get('/calendar?from=2026-04-02&until=2026-04-02&policy=ask4')).toMatchObject({
      days: [{ working: true }],
    });
  });

  it.each([
    ['from=2026-04-02', 422, 'invalid_query'],
    ['from=2026-04-02&until=2026-04-01', 422, 'invalid_query'],
    ['from=2020-04-02&until=2026-04-01', 422, 'invalid_query'],
    ['from=2026-04-02&until=2026-04-03&policy=none', 404, 'policy_not_found'],
    ['from=2026-04-02&until=2026-04-03&policy=ask4&version=none', 404, 'policy_not_found'],
    ['from=2031-04-02&until=2031-04-03', 422, 'calendar_coverage'],
    ['from=1990-04-02&until=1990-04-03', 422, 'calendar_coverage'],
  ])('/calendar?%s is refused', async (query, status, code) => {
    const answer = await api.ask(`/calendar?${query}`);
    expect([answer.status, answer.json()]).toMatchObject([status, { code }]);
  });
});

describe('without its database', () => {
  it('the API says so, and when to come back', async () => {
    const lost = await startApi();
    await lost.loseDatabase();
    for (const path of [
      '/cases',
      '/cases/1',
      '/attention',
      '/report?from=2026-04-01&to=2026-04-02',
      '/cases.csv',
    ]) {
      const answer = await lost.ask(path);
      expect([path, answer.status, answer.json()]).toMatchObject([path, 503, { code: 'unavailable' }]);
      expect(answer.headers.get('retry-after')).toBe('5');
    }
    expect((await lost.ask('/version')).status).toBe(200);
    await lost.stop();
  });
});
