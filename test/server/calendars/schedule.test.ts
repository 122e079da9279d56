import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isZone, localDate, localTimeAt } from '../../../domain/local-date.ts';
import { calendarFor } from '../../../server/calendars/index.ts';
import { RAILS_ZONES, zoneOfRails } from '../../../server/calendars/rails-zones.ts';
import { parseSchedule, readSchedule, ScheduleError, yearsOf } from '../../../server/calendars/schedule.ts';
import { withSchedules } from '../../../server/policies/with-schedules.ts';
import { ZendeskError } from '../../../server/zendesk/errors.ts';
import { createZendesk } from '../../../server/zendesk/index.ts';
import { readPolicy } from '../../support/policy.ts';
import { type Answer, type FakeAccount, fakeAccount, json } from '../support/fake-account.ts';

const at = (day: number, hour: number): number => (day * 24 + hour) * 60;
/** Monday to Thursday with a break on Monday, and Saturday until midnight. Sunday is day 0. */
const INTERVALS = [
  { start_time: at(1, 9), end_time: at(1, 12) },
  { start_time: at(1, 13), end_time: at(1, 17) },
  { start_time: at(2, 9), end_time: at(2, 17) },
  { start_time: at(3, 9), end_time: at(3, 17) },
  { start_time: at(4, 9), end_time: at(4, 17) },
  { start_time: at(6, 16), end_time: at(7, 0) },
];
const reply = (changes: object = {}) => ({
  schedule: {
    id: 360,
    name: 'Support',
    time_zone: 'Edinburgh',
    intervals: INTERVALS,
    created_at: 'x',
    ...changes,
  },
});
const HOLIDAYS = {
  holidays: [
    { id: 1, name: 'Christmas', start_date: '2026-12-24', end_date: '2026-12-28' },
    { id: 2, name: 'Good Friday', start_date: '2027-03-26', end_date: '2027-03-26' },
  ],
};

describe('a Zendesk schedule as a calendar', () => {
  const schedule = parseSchedule(reply(), HOLIDAYS);
  const rest = { get: async (path: string) => (path.endsWith('holidays') ? HOLIDAYS : reply()) };
  const calendarOf = async (regions: string[]) => {
    const ask4 = await readPolicy('policies/ask4.yaml');
    const [policy = ask4] = await withSchedules([{ ...ask4, regions, schedule: 360 }], rest);
    return calendarFor(policy, { from: 2026, until: 2029 });
  };

  it('a weekday counts that has any business hours, with the zone under its IANA name', () => {
    expect(schedule).toMatchObject({
      id: 360,
      name: 'Support',
      zone: 'Europe/London',
      week: [1, 2, 3, 4, 6],
    });
  });

  it('the end of a holiday is its last day: mon_28_dec is off, tue_29_dec counts', async () => {
    const calendar = await calendarOf([]);
    expect(calendar.whyNot(localDate('2026-12-28'))).toEqual({
      code: 'holiday',
      off: { date: '2026-12-28', name: 'Christmas', region: 'ASK4' },
    });
    expect(calendar.addWorkingDays(localDate('2026-12-23'), 1)).toBe('2026-12-29');
  });

  it('without regions ends with the last year in which holidays were entered', async () => {
    const calendar = await calendarOf([]);
    expect(calendar.data.until).toBe('2027-12-31');
    expect(() => calendar.isWorkingDay(localDate('2028-01-03'))).toThrow('2028-01-03 lies outside');
  });

  it("beside regions reaches as far as the regions' holidays", async () => {
    expect((await calendarOf(['GB-ENG'])).data.until).toBe('2029-12-31');
  });

  it('an interval may run over several days, each of which counts', () => {
    const long = parseSchedule(reply({ intervals: [{ start_time: 1980, end_time: 3900 }] }), HOLIDAYS);
    expect(long.week).toEqual([1, 2]);
    const allWeek = parseSchedule(reply({ intervals: [{ start_time: 0, end_time: at(7, 0) }] }), HOLIDAYS);
    expect(allWeek.week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('takes a nameless schedule and a nameless holiday', () => {
    const nameless = parseSchedule(reply({ name: null }), {
      holidays: [{ id: 1, name: null, start_date: '2026-12-25', end_date: '2026-12-25' }],
    });
    expect(nameless).toMatchObject({ name: 'schedule 360', holidays: [{ name: 'schedule 360' }] });
  });
});

describe('a schedule that can not be used says what to do', () => {
  it.each([
    [
      'an unknown time zone',
      reply({ time_zone: 'Atlantis' }),
      HOLIDAYS,
      '"Support" has the time zone "Atlantis"',
    ],
    ['no business hours', reply({ intervals: [] }), HOLIDAYS, 'has no business hours: give it some'],
    ['null business hours', reply({ intervals: null }), HOLIDAYS, 'has no business hours: give it some'],
    ['another shape', { schedules: [] }, HOLIDAYS, 'schedule is not as expected'],
    [
      'an impossible date',
      reply(),
      { holidays: [{ start_date: '2026-02-30', end_date: '2026-03-01' }] },
      'not a date',
    ],
  ])('%s', (_, schedule, holidays, message) => {
    expect(() => parseSchedule(schedule, holidays)).toThrow(ScheduleError);
    expect(() => parseSchedule(schedule, holidays)).toThrow(message);
  });

  it('no holidays', () => {
    const bare = parseSchedule(reply(), { holidays: [] });
    expect(() => yearsOf(bare)).toThrow(
      "has no holidays: enter them in Zendesk, or name the policy's regions",
    );
  });
});

describe('fetched from the account', () => {
  let account: FakeAccount;
  beforeEach(async () => {
    account = await fakeAccount();
  });
  afterEach(() => account.stop());

  const fetchSchedule = () =>
    readSchedule(
      createZendesk({ baseUrl: account.url, clientId: 'clock', clientSecret: 'top-secret', scope: 'read' })
        .rest,
      360,
    );

  it('asks for the schedule and for its holidays', async () => {
    const answer: Answer = (seen, response) =>
      json(200, seen.url.includes('holidays') ? HOLIDAYS : reply())(seen, response);
    account.answer(answer);
    expect(await fetchSchedule()).toEqual(parseSchedule(reply(), HOLIDAYS));
    expect(account.calls.map(({ method, url }) => `${method} ${url.replace('.json', '')}`).sort()).toEqual([
      'GET /api/v2/business_hours/schedules/360',
      'GET /api/v2/business_hours/schedules/360/holidays',
    ]);
  });

  it('rejects where there is no such schedule', async () => {
    account.answer(json(404, { error: 'RecordNotFound', description: 'Not found' }));
    await expect(fetchSchedule()).rejects.toThrow(ZendeskError);
  });
});

describe('the time zones of Rails', () => {
  it.each(RAILS_ZONES)('%s is one that this computer knows', (name) => {
    const zone = zoneOfRails(name);
    expect(zone !== undefined && isZone(zone)).toBe(true);
    expect(localTimeAt(0, zone ?? '')).toMatch(/^\d\d:\d\d$/);
  });

  it.each([
    ['London', 'Europe/London'],
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ["Nuku'alofa", 'Pacific/Tongatapu'],
    ['Bern', 'Europe/Zurich'],
    ['UTC', 'Etc/UTC'],
    ['Europe/Vienna', 'Europe/Vienna'],
    ['Europe/Atlantis', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ])('"%s" is %s', (name, zone) => {
    expect(zoneOfRails(name)).toBe(zone);
  });

  it('has no name twice', () => {
    expect(RAILS_ZONES).toEqual([...new Set(RAILS_ZONES)]);
    expect(RAILS_ZONES).toHaveLength(151);
  });
});
