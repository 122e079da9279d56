import { z } from 'zod';
import { hasFallen } from '../../domain/control-chart.ts';
import { type Instant, localDateAt } from '../../domain/local-date.ts';
import { addToMonth, type Month, monthOf, monthsFrom, startOfMonth } from '../../domain/months.ts';
import type { CauseAction } from '../ledger/index.ts';
import { iso } from './case.ts';
import { type FigureSetting, presentMonth, zoneOf } from './figure-setting.ts';
import { listOf, nameText } from './query.ts';

export const actionsQuery = z.strictObject({ category: listOf(nameText).optional() });
export type ActionsQuery = z.output<typeof actionsQuery>;

/** Months that are looked at before an action was decided on, and after it was done. */
const MOST_MONTHS = 12;
/** After fewer full months nobody can say whether a cause fell. */
export const LEAST_AFTER = 3;

/** Full months by their counts of one cause. */
interface CauseMonths {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

export type CountOf = (category: string, month: Month) => number;

/** The full months before an action was decided on, and those after it was done; never before the first complaint. */
export function monthsAround(
  action: Pick<CauseAction, 'createdAt' | 'doneAt'>,
  { zone, first, present }: { readonly zone: string; readonly first: Month; readonly present: Month },
): { readonly before: readonly Month[]; readonly after: readonly Month[] } {
  const monthAt = (at: Instant): Month => monthOf(localDateAt(at, zone));
  const last = addToMonth(present, -1);
  const before = monthsFrom(first, addToMonth(monthAt(action.createdAt), -1)).filter((one) => one <= last);
  const after = action.doneAt === null ? [] : monthsFrom(addToMonth(monthAt(action.doneAt), 1), last);
  return { before: before.slice(-MOST_MONTHS), after: after.slice(0, MOST_MONTHS) };
}

const meanOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0) / counts.length;
const told = (counts: readonly number[]) =>
  counts.length === 0 ? null : { months: counts.length, mean: meanOf(counts) };

/** An action and whether its cause fell: the mean of the full months before and after, and whether chance explains it. */
export function actionAnswer(action: CauseAction, { before, after }: CauseMonths) {
  const { id, category, what, ownerId, dueDate, createdAt, doneAt } = action;
  return {
    id,
    category,
    what,
    ownerId,
    dueDate,
    createdAt: iso(createdAt),
    doneAt: iso(doneAt),
    before: told(before) ?? { months: 0, mean: null },
    after: told(after),
    fell: hasFallen(before, after, LEAST_AFTER),
  };
}

/** Counts a cause over all cases, whatever the page is filtered by: an action is for the whole company. */
export async function withEffects(actions: readonly CauseAction[], setting: FigureSetting) {
  const { ledger } = setting;
  const firstAt = await ledger.figures.firstReceipt({});
  const [zone, present] = [zoneOf(setting), presentMonth(setting)];
  const first = firstAt === undefined ? present : monthOf(localDateAt(firstAt, zone));
  const around = actions.map((action) => ({ action, ...monthsAround(action, { zone, first, present }) }));
  const all = around.flatMap(({ before, after }) => [...before, ...after]).sort();
  const months = all[0] === undefined ? [] : monthsFrom(all[0], present);
  const categories = [...new Set(actions.map(({ category }) => category))];
  const counts =
    months.length < 2
      ? []
      : await ledger.figures.causesByMonth(
          months.map((one) => startOfMonth(one, zone)),
          { categories },
        );
  const countOf = (category: string, month: Month): number =>
    counts.find((one) => one.category === category && months[one.index] === month)?.count ?? 0;
  return around.map(({ action, before, after }) => {
    const counted = (of: readonly Month[]): number[] => of.map((month) => countOf(action.category, month));
    return actionAnswer(action, { before: counted(before), after: counted(after) });
  });
}

export async function actionsAnswer({ category }: ActionsQuery, setting: FigureSetting) {
  return { actions: await withEffects(await setting.ledger.figures.listActions(category), setting) };
}
