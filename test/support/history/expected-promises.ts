import type { DeadlineRow, WholeCase } from '../../../server/ledger/index.ts';
import { plusMonths } from './days.ts';

interface Due {
  readonly of: WholeCase;
  readonly deadline: DeadlineRow;
}

/** By linear interpolation between the two values nearest to the place, as statistics programs do by default. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

function stateOf({ waived, doneAt, dueAt, projected }: DeadlineRow, now: number): string {
  if (waived !== null) return 'waived';
  if (doneAt !== null) return doneAt <= dueAt ? 'onTime' : 'late';
  return !projected && dueAt < now ? 'overdue' : 'running';
}

function tally(dues: readonly Due[], now: number) {
  const counts: Record<string, number> = { onTime: 0, late: 0, overdue: 0, waived: 0, running: 0 };
  for (const { deadline } of dues) counts[stateOf(deadline, now)] = (counts[stateOf(deadline, now)] ?? 0) + 1;
  const { onTime = 0, late = 0, overdue = 0, waived = 0 } = counts;
  const all = onTime + late + overdue;
  return { onTime, late, overdue, waived, share: all === 0 ? null : onTime / all };
}

function timesOf(dues: readonly Due[]) {
  const kept = dues.filter(({ deadline }) => deadline.waived === null && deadline.doneAt !== null);
  const seconds = (from: (due: Due) => number): number[] =>
    kept.map((due) => Math.max(((due.deadline.doneAt ?? 0) - from(due)) / 1_000, 0));
  const taken = seconds(({ deadline }) => deadline.anchorAt);
  const since = seconds(({ of }) => of.row.receivedAt);
  return {
    count: kept.length,
    medianSeconds: quantile(taken, 0.5),
    p90Seconds: quantile(taken, 0.9),
    allowed: quantile(
      kept.map(({ deadline }) => (deadline.dueAt - deadline.anchorAt) / 1_000),
      0.5,
    ),
    deciles: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => quantile(since, tenth / 10)),
  };
}

/** What `GET /promises` has to say of a month, worked out from the cases themselves. */
export function expectedPromises(cases: readonly WholeCase[], month: string, now: number) {
  const all = cases.flatMap((of) => of.deadlines.map((deadline) => ({ of, deadline })));
  const inMonth = (wanted: string): Due[] =>
    all.filter(({ deadline }) => deadline.dueDate.startsWith(wanted));
  const months = Array.from({ length: 12 }, (_, index) => plusMonths(month, index - 11));
  const byMonth = months.map((one) => [one, inMonth(one)] as const);
  const names = [
    ...new Set(
      byMonth.flatMap(([, dues]) => dues.map(({ deadline }) => `${deadline.regime}.${deadline.duty}`)),
    ),
  ];
  const isOf =
    (name: string) =>
    ({ deadline }: Due) =>
      `${deadline.regime}.${deadline.duty}` === name;
  const missed = inMonth(month).filter(({ deadline }) =>
    ['late', 'overdue'].includes(stateOf(deadline, now)),
  );
  const reasons: Record<string, number> = {};
  for (const { deadline } of missed) {
    const code = deadline.delayReason ?? 'none';
    reasons[code] = (reasons[code] ?? 0) + 1;
  }
  return {
    duties: Object.fromEntries(
      names.map((name) => {
        const history = byMonth.map(([one, dues]) => ({
          month: one,
          ...tally(dues.filter(isOf(name)), now),
        }));
        return [name, { history, times: timesOf(inMonth(month).filter(isOf(name))) }];
      }),
    ),
    missed: missed.length,
    reasons,
  };
}

/** By assignee, of some policies only. */
export function expectedHandlers(cases: readonly WholeCase[], month: string, now: number) {
  const assigned = cases.filter(({ row }) => row.assigneeId !== null);
  const ids = [...new Set(assigned.map(({ row }) => row.assigneeId ?? 0))].sort((a, b) => a - b);
  return ids.map((assigneeId) => {
    const own = assigned.filter(({ row }) => row.assigneeId === assigneeId);
    const dues = own.flatMap((of) => of.deadlines.map((deadline) => ({ of, deadline })));
    const { onTime, late, overdue } = tally(
      dues.filter(({ deadline }) => deadline.dueDate.startsWith(month)),
      now,
    );
    return { assigneeId, onTime, late, overdue };
  });
}
