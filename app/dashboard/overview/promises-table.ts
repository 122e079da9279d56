import type { Promises } from '../api/promises.ts';
import type { Format } from '../format.ts';
import type { BoardLanguage } from '../language.ts';
import { stepText } from '../names/words.ts';
import type { Tabular } from '../parts/DataTable.tsx';

/** All figures of the promises with their twelve months, for who reads numbers, and to be saved. */
export function promisesTable({ duties, month }: Promises, language: BoardLanguage, format: Format): Tabular {
  const { say } = language;
  const share = (value: number | null): string => (value === null ? '–' : format.percent(value));
  const length = (value: number | null | undefined): string => (value == null ? '–' : format.length(value));
  const months = duties[0]?.history.map((one) => one.month) ?? [];
  return {
    caption: `${say('promises.title')}, ${format.month(month)}`,
    columns: [
      say('promises.promise'),
      say('promises.onTimeCount'),
      say('promises.lateCount'),
      say('promises.overdueCount'),
      say('promises.waivedCount'),
      say('promises.median'),
      say('promises.p90'),
      say('promises.medianReceipt'),
      say('promises.p90Receipt'),
      ...months.map((one) => `${format.shortMonth(one)} ${one.slice(2, 4)}`),
    ],
    rows: duties.map((one) => [
      stepText(one.duty, language),
      one.onTime,
      one.late,
      one.overdue,
      one.waived,
      length(one.times.medianSeconds),
      length(one.times.p90Seconds),
      length(one.times.sinceReceipt?.medianSeconds),
      length(one.times.sinceReceipt?.p90Seconds),
      ...one.history.map((past) => share(past.share)),
    ]),
  };
}
