import { createCalendar } from '../../domain/calendar.ts';
import { addDays, localDate } from '../../domain/local-date.ts';
import { calendarData } from '../../server/calendars/index.ts';

/** Prints operations per second: node test/bench/calendar.bench.ts */
function measure(what: string, run: (n: number) => void): void {
  for (let n = 0; n < 100; n += 1) run(n);
  const start = process.hrtime.bigint();
  let runs = 0;
  while (process.hrtime.bigint() - start < 300_000_000n) for (let n = 0; n < 100; n += 1) run(runs++);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  process.stdout.write(
    `${what.padEnd(52)} ${Math.round(runs / seconds)
      .toLocaleString('en-GB')
      .padStart(12)} ops/s\n`,
  );
}

const years = { from: 2024, until: 2029 };
const week = [1, 2, 3, 4, 5] as const;
const sources = { zone: 'Europe/London', week, years };
const data = calendarData({ ...sources, regions: ['GB-ENG', 'GB-SCT'] });
const calendar = createCalendar(data);
const dates = Array.from({ length: 1000 }, (_, index) => addDays(localDate('2025-01-01'), index));
const date = (n: number) => dates[n % dates.length] ?? data.from;

measure('create and ask for one date', (n) => createCalendar(data).isWorkingDay(date(n)));
measure('create and count 3 working days', (n) => createCalendar(data).addWorkingDays(date(n), 3));
measure('why not', (n) => calendar.whyNot(date(n)));
measure('count 3 working days', (n) => calendar.addWorkingDays(date(n), 3));
measure('count 250 working days', (n) => calendar.addWorkingDays(date(n), 250));
measure('working days between two dates', (n) => calendar.workingDaysBetween(date(n), date(n + 300)));
measure('holidays of 6 years in one region', () => calendarData({ ...sources, regions: ['GB-ENG'] }));
