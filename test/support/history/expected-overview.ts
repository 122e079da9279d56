import type { CaseRow, WholeCase } from '../../../server/ledger/index.ts';
import { dateIn, plusDays, plusWeekdays, weekday } from './days.ts';
import { COMPANIES } from './truths.ts';

const isFree = (date: string): boolean => weekday(date) === 0 || weekday(date) === 6;

/** The working day on which something has to be done: on it or before it. */
function workDayOf(date: string): string {
  return isFree(date) ? workDayOf(plusDays(date, -1)) : date;
}

function byName(rows: readonly CaseRow[], nameOf: (row: CaseRow) => unknown): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[String(nameOf(row))] = (sums[String(nameOf(row))] ?? 0) + 1;
  return sums;
}

const NOT_SENT = ['burst', 'suspended', 'not_delivered'];

/**
 * What `GET /overview` has to say, worked out from the cases themselves; of a weekday in ten working days without a
 * holiday.
 */
export function expectedOverview(cases: readonly WholeCase[], now: number) {
  const rows = cases.map(({ row }) => row);
  const open = rows.filter(({ closedAt }) => closedAt === null);
  const isLate = ({ nextDueAt }: CaseRow): boolean => nextDueAt !== null && nextDueAt < now;
  const coming = open.filter((row) => row.nextDueAt !== null && row.nextDueAt >= now);
  const today = dateIn(now, COMPANIES[0].zone);
  const days = [today, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((count) => plusWeekdays(today, count))];
  const forecast = days.map((date) => {
    const due = coming.filter(({ nextDueDate }) => nextDueDate !== null && workDayOf(nextDueDate) === date);
    const steps = byName(due, ({ nextDuty }) => nextDuty);
    return { date, total: due.length, steps, owners: byName(due, ({ assigneeId }) => assigneeId), due };
  });
  const noOwner = open.filter(({ assigneeId }) => assigneeId === null);
  const soonest = open
    .filter((row) => isLate(row) || (row.nextDueDate !== null && workDayOf(row.nextDueDate) <= today))
    .sort((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0) || a.ticketId - b.ticketId);
  return {
    openTotal: open.length,
    overdue: open.filter(isLate).length,
    oldestDueAt: soonest.find(isLate)?.nextDueAt ?? null,
    noOwner: noOwner.length,
    noOwnerOverdue: noOwner.filter(isLate).length,
    byPost: open.filter(({ byPost }) => byPost).length,
    notSent: open.filter(({ marks }) => marks.some((mark) => NOT_SENT.includes(mark))).length,
    refusedChannel: open.filter(({ stage }) => stage === 'refused').length,
    needsPerson: rows.filter(
      ({ closedAt, marks, lostAt }) =>
        (closedAt === null && (marks.length > 0 || lostAt !== null)) || marks.includes('event_refused'),
    ).length,
    forecast,
    soonest: soonest.map(({ ticketId }) => ticketId),
  };
}
