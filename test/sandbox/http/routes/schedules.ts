import type { HolidayRecord, ScheduleRecord } from '../../account/records.ts';
import { objectOf } from '../../json.ts';
import { readHoliday, readIntervals, readSchedule } from '../../schedules/read-schedule.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf, newBodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { type Call, created, noContent, ok, type Route, type RouteRule } from '../route.ts';

const BASE = '/business_hours/schedules';
const RULE: RouteRule = { role: 'admin' };

/** `/business_hours/schedules`: support schedules with their hours and holidays. Lists come whole, with their `url`. */
export function scheduleRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const schedule = (call: Call) => found(account.schedules.get(call.id('id')));
  route('get', BASE, RULE, (call) =>
    ok({ schedules: [...account.schedules.values()].map(present), url: urlOf(call, deps) }),
  );
  route('get', `${BASE}/:id`, RULE, (call) =>
    ok({ schedule: present(schedule(call)), url: urlOf(call, deps) }),
  );
  route('post', BASE, RULE, (call) => {
    const made = readSchedule(account, newBodyOf(call, 'schedule'));
    account.schedules.set(made.id, made);
    return created({ schedule: present(made) });
  });
  route('put', `${BASE}/:id`, RULE, (call) => {
    const known = schedule(call);
    const changed = readSchedule(account, bodyOf(call, 'schedule'), known);
    account.schedules.set(changed.id, changed);
    return ok({ schedule: present(changed) });
  });
  route('put', `${BASE}/:id/workweek`, RULE, (call) => {
    const known = schedule(call);
    // The hours stand under `workweek`; older clients send them bare.
    const { intervals } = 'workweek' in call.body ? objectOf(call.body.workweek) : call.body;
    const changed = { ...known, intervals: readIntervals(intervals), updated_at: account.stamp() };
    account.schedules.set(changed.id, changed);
    return ok({ workweek: { intervals: changed.intervals } });
  });
  route('delete', `${BASE}/:id`, RULE, (call) => {
    account.schedules.delete(schedule(call).id);
    return noContent();
  });
  holidayRoutes(route, deps);
}

function holidayRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const path = `${BASE}/:id/holidays`;
  const schedule = (call: Call) => found(account.schedules.get(call.id('id')));
  const holiday = (call: Call) => found(schedule(call).holidays.find((one) => one.id === call.id('holiday')));
  const save = (known: ScheduleRecord, holidays: HolidayRecord[]) =>
    account.schedules.set(known.id, {
      ...known,
      holidays: holidays.sort((a, b) => a.start_date.localeCompare(b.start_date)),
      updated_at: account.stamp(),
    });
  route('get', path, RULE, (call) => ok({ holidays: schedule(call).holidays, url: urlOf(call, deps) }));
  route('get', `${path}/:holiday`, RULE, (call) => ok({ holiday: holiday(call), url: urlOf(call, deps) }));
  route('post', path, RULE, (call) => {
    const known = schedule(call);
    const made = readHoliday(account, known, newBodyOf(call, 'holiday'));
    save(known, [...known.holidays, made]);
    return created({ holiday: made });
  });
  route('put', `${path}/:holiday`, RULE, (call) => {
    const known = schedule(call);
    const changed = readHoliday(account, known, bodyOf(call, 'holiday'), holiday(call));
    save(known, [...known.holidays.filter((one) => one.id !== changed.id), changed]);
    return ok({ holiday: changed });
  });
  route('delete', `${path}/:holiday`, RULE, (call) => {
    const known = schedule(call);
    const gone = holiday(call);
    save(
      known,
      known.holidays.filter((one) => one.id !== gone.id),
    );
    return noContent();
  });
}

function present({ holidays: _own, ...schedule }: ScheduleRecord): Record<string, unknown> {
  return schedule;
}

const urlOf = (call: Call, deps: ApiDeps) => new URL(call.path, deps.account.origin).toString();
