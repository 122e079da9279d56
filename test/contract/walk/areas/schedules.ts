import { z } from 'zod';
import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

/** From Zendesk's page on schedules and from replies that others have published; the description lacks them. */
const Stamp = z.iso.datetime({ offset: true });
const Interval = z.strictObject({ start_time: z.int().min(0), end_time: z.int().max(10_080) });
const Schedule = z.strictObject({
  id: z.int(),
  name: z.string(),
  time_zone: z.string(),
  created_at: Stamp,
  updated_at: Stamp,
  intervals: z.array(Interval),
});
const Holiday = z.strictObject({
  id: z.int(),
  name: z.string(),
  start_date: z.iso.date(),
  end_date: z.iso.date(),
});
const ScheduleReply = z.strictObject({ schedule: Schedule, url: z.url().optional() });
const HolidayReply = z.strictObject({ holiday: Holiday, url: z.url().optional() });

const BASE = '/business_hours/schedules';

export const schedules: Area = async (walk) => {
  const made = await walk.step(`POST ${BASE}`, {
    body: { schedule: { name: 'Weekdays', time_zone: 'London' } },
    status: 201,
    shape: ScheduleReply,
  });
  const at = { id: numberAt(made, 'schedule.id') };
  const workweek = { intervals: [{ start_time: 1980, end_time: 2460 }] };
  await walk.step(`PUT ${BASE}/:id/workweek`, {
    at,
    body: { workweek },
    shape: z.strictObject({
      workweek: z.strictObject({ intervals: z.array(Interval) }),
      url: z.url().optional(),
    }),
  });
  await walk.step(`GET ${BASE}`, {
    shape: z.strictObject({ schedules: z.array(Schedule).min(1), url: z.url() }),
  });
  await walk.step(`GET ${BASE}/:id`, { at, shape: ScheduleReply });
  await walk.step(`PUT ${BASE}/:id`, { at, body: { schedule: { name: 'Days' } }, shape: ScheduleReply });
  await holidays(walk, at.id);
  await walk.step(`DELETE ${BASE}/:id`, { at });
};

async function holidays(walk: Parameters<Area>[0], id: number): Promise<void> {
  const holiday = { name: 'New Year', start_date: '2027-01-01', end_date: '2027-01-01' };
  const made = await walk.step(`POST ${BASE}/:id/holidays`, {
    at: { id },
    body: { holiday },
    status: 201,
    shape: HolidayReply,
  });
  const at = { id, holiday: numberAt(made, 'holiday.id') };
  const list = z.strictObject({ holidays: z.array(Holiday).length(1), url: z.url() });
  await walk.step(`GET ${BASE}/:id/holidays`, { at, shape: list });
  await walk.step(`GET ${BASE}/:id/holidays/:holiday`, { at, shape: HolidayReply });
  await walk.step(`PUT ${BASE}/:id/holidays/:holiday`, {
    at,
    body: { holiday: { name: "New Year's Day" } },
    shape: HolidayReply,
  });
  await walk.step(`DELETE ${BASE}/:id/holidays/:holiday`, { at });
}
