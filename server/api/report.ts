import { z } from 'zod';
import { addDays, daysBetween, type Instant, startOfDay } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Ledger, Report } from '../ledger/index.ts';
import { dateText } from './query.ts';

const MOST_DAYS = 3_660;

/** Both days are included. */
export const reportQuery = z
  .strictObject({ from: dateText, to: dateText })
  .refine(({ from, to }) => daysBetween(from, to) >= 0, {
    path: ['to'],
    message: 'must not be before "from"',
  })
  .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
    path: ['to'],
    message: 'must be less than ten years after "from"',
  });
export type ReportQuery = z.infer<typeof reportQuery>;

export interface ReportAnswer extends Report {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/**
 * The figures of the cases received on the days from `from` to `to`, as a whole (`month` is null) and by month. Days
 * and months are those of the first policy's time zone, which the answer names.
 */
export async function reportAnswer(
  ledger: Ledger,
  { from, to }: ReportQuery,
  { policies, now }: { readonly policies: readonly Policy[]; readonly now: Instant },
): Promise<ReportAnswer> {
  const timeZone = policies[0]?.timeZone ?? 'UTC';
  const span = {
    from: startOfDay(from, timeZone),
    to: startOfDay(addDays(to, 1), timeZone),
    now,
    timeZone,
  };
  return { from, to, timeZone, ...(await ledger.report(span)) };
}
