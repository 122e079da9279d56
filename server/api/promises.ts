import type { LocalDate } from '../../domain/local-date.ts';
import { addToMonth, firstDay, type Month, monthsEnding } from '../../domain/months.ts';
import type { FigureFilter, KeptCount, TakenTimes } from '../ledger/index.ts';
import { CHART_MONTHS, type FigureSetting, presentMonth, zoneOf } from './figure-setting.ts';
import { figureFilterOf, type MonthQuery } from './filters.ts';
import { dutyOrder, fixedSeconds, promiseText } from './promise-texts.ts';

interface Kept extends KeptCount {
  readonly index: number;
}

const NOTHING = { onTime: 0, late: 0, overdue: 0, waived: 0 };

function shareOf({ onTime, late, overdue }: Pick<KeptCount, 'onTime' | 'late' | 'overdue'>): number | null {
  const due = onTime + late + overdue;
  return due === 0 ? null : onTime / due;
}

/** How long it took; `limitSeconds` is the same for all or, with working days and months, what half were allowed. */
function timesOf(times: TakenTimes | undefined, { policies }: FigureSetting) {
  if (!times)
    return { count: 0, medianSeconds: null, p90Seconds: null, limitSeconds: null, sinceReceipt: null };
  const { regime, duty, count, taken, allowed, sinceReceipt } = times;
  return {
    count,
    medianSeconds: taken[0],
    p90Seconds: taken[1],
    limitSeconds: fixedSeconds(policies, regime, duty) ?? allowed,
    sinceReceipt: {
      medianSeconds: sinceReceipt[4] ?? null,
      p90Seconds: sinceReceipt[8] ?? null,
      deciles: sinceReceipt,
    },
  };
}

interface Counted {
  readonly months: readonly Month[];
  readonly kept: readonly Kept[];
  readonly times: readonly TakenTimes[];
}

function dutyAnswer(
  name: Pick<Kept, 'regime' | 'duty'>,
  { months, kept, times }: Counted,
  setting: FigureSetting,
) {
  const isIt = (one: Pick<Kept, 'regime' | 'duty'>): boolean =>
    one.regime === name.regime && one.duty === name.duty;
  const byMonth = months.map((month, index) => {
    const { onTime, late, overdue, waived } = kept.find((one) => isIt(one) && one.index === index) ?? NOTHING;
    return { month, onTime, late, overdue, waived, share: shareOf({ onTime, late, overdue }) };
  });
  const { month: _, ...shown } = byMonth.at(-1) ?? { month: undefined, ...NOTHING, share: null };
  return {
    ...name,
    promise: promiseText(setting.policies, name.regime, name.duty),
    ...shown,
    previousShare: byMonth.at(-2)?.share ?? null,
    history: byMonth.map(({ waived: _waived, ...one }) => one),
    times: timesOf(times.find(isIt), setting),
  };
}

/** Every duty that anything fell due of in the twelve months, in the order of the policies. */
function dutiesOf(counted: Counted, setting: FigureSetting) {
  const names = new Map(counted.kept.map(({ regime, duty }) => [`${regime}.${duty}`, { regime, duty }]));
  const order = dutyOrder(setting.policies);
  return [...names.values()]
    .sort((a, b) => order(a.regime, a.duty) - order(b.regime, b.duty) || (a.duty < b.duty ? -1 : 1))
    .map((name) => dutyAnswer(name, counted, setting));
}

/** Null where no policy switches it on: in some countries that needs the works council. */
async function handlersOf(
  span: { from: LocalDate; to: LocalDate },
  filter: FigureFilter,
  setting: FigureSetting,
) {
  const { ledger, now, policies } = setting;
  const of = policies.filter(({ reporting }) => reporting.timelinessPerHandler).map(({ id }) => id);
  if (of.length === 0) return null;
  return ledger.figures.keptByHandler(span, { filter, now, of });
}

/** How the promises that fell due in a month were kept. What each figure means: docs/figures.md. */
export async function promisesAnswer({ month: asked, ...query }: MonthQuery, setting: FigureSetting) {
  const { ledger, now } = setting;
  const filter = figureFilterOf(query);
  const month = asked ?? presentMonth(setting);
  const months = monthsEnding(month, CHART_MONTHS);
  const end = firstDay(addToMonth(month, 1));
  const span = { from: firstDay(month), to: end };
  const [kept, times, reasons, handlers] = await Promise.all([
    ledger.figures.keptByMonth([...months.map(firstDay), end], { filter, now }),
    ledger.figures.takenTimes(span, filter),
    ledger.figures.lateByReason(span, { filter, now }),
    handlersOf(span, filter, setting),
  ]);
  return {
    month,
    previous: addToMonth(month, -1),
    timeZone: zoneOf(setting),
    duties: dutiesOf({ months, kept, times }, setting),
    late: { total: reasons.reduce((sum, { count }) => sum + count, 0), byReason: reasons },
    handlers,
  };
}
