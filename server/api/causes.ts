import { LEAST_BEFORE, type Signal, signalOf, usualRange } from '../../domain/control-chart.ts';
import { localDateAt } from '../../domain/local-date.ts';
import { addToMonth, type Month, monthOf, monthsEnding, startOfMonth } from '../../domain/months.ts';
import type { CauseCount, NamedCount, RedressCount } from '../ledger/index.ts';
import { withEffects } from './actions.ts';
import { CHART_MONTHS, type FigureSetting, presentMonth, zoneOf } from './figure-setting.ts';
import { figureFilterOf, type MonthQuery } from './filters.ts';

interface Charted {
  readonly months: readonly Month[];
  readonly counts: readonly CauseCount[];
  /** The month of the first complaint: before it nothing was counted, which is not the same as none. */
  readonly first: Month;
  /** Whether the month is over: what is below the range may still come up into it. */
  readonly isOver: boolean;
}

function chartOf(category: string | null, { months, counts, first, isOver }: Charted) {
  const byMonth = months.map((month, index) => ({
    month,
    count: counts.find((one) => one.category === category && one.index === index)?.count ?? 0,
  }));
  const before = byMonth
    .slice(0, -1)
    .filter(({ month }) => month >= first)
    .map(({ count }) => count);
  const count = byMonth.at(-1)?.count ?? 0;
  const signal: Signal | null = signalOf(before, count);
  const range = before.length < LEAST_BEFORE ? undefined : usualRange(before);
  return {
    count,
    previousCount: byMonth.at(-2)?.count ?? 0,
    signal: signal === 'below' && !isOver ? null : signal,
    chart: {
      months: byMonth,
      mean: range?.mean ?? null,
      lower: range?.lower ?? null,
      upper: range?.upper ?? null,
    },
  };
}

/** Every cause of the twelve months, the most frequent first. */
async function causesOf(charted: Charted, setting: FigureSetting) {
  const names = [...new Set(charted.counts.map(({ category }) => category))];
  const known = names.flatMap((name) => name ?? []);
  const actions = await withEffects(await setting.ledger.figures.listActions(known), setting);
  return names
    .map((category) => ({
      category,
      ...chartOf(category, charted),
      actions: actions.filter((one) => one.category === category),
    }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        b.previousCount - a.previousCount ||
        `${a.category}`.localeCompare(`${b.category}`),
    );
}

const countOf = (counts: readonly NamedCount[], name: string): number =>
  counts.find((one) => one.name === name)?.count ?? 0;

function outcomesOf(counts: readonly NamedCount[]) {
  return {
    responses: counts.reduce((sum, { count }) => sum + count, 0),
    outcomes: {
      upheld: countOf(counts, 'upheld'),
      partly_upheld: countOf(counts, 'partly_upheld'),
      not_upheld: countOf(counts, 'not_upheld'),
    },
  };
}

/** Whole cents, so that sums are exact. */
const centsOf = (amount: string): number => Math.round(Number(amount) * 100);

function redressOf(rows: readonly RedressCount[], { policies }: FigureSetting) {
  const sums = new Map<string, number>();
  const kinds = new Map<string, number>();
  for (const { code, currency, policyId, count, amount } of rows) {
    const own = policies.find(({ id }) => id === policyId) ?? policies[0];
    const paid = currency ?? own?.guidance.currency;
    if (amount !== null && paid !== undefined) sums.set(paid, (sums.get(paid) ?? 0) + centsOf(amount));
    if (code !== null && code !== 'none') kinds.set(code, (kinds.get(code) ?? 0) + count);
  }
  return {
    redress: [...sums].sort().map(([currency, cents]) => ({ currency, amount: (cents / 100).toFixed(2) })),
    redressKinds: [...kinds].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
  };
}

async function happenedIn(span: { from: number; to: number }, query: MonthQuery, setting: FigureSetting) {
  const { figures } = setting.ledger;
  const filter = figureFilterOf(query);
  const [responses, redress, appeals, referred, decisions, satisfaction, lessons] = await Promise.all([
    figures.responses(span, filter),
    figures.redress(span, filter),
    figures.countEvents(span, { kind: 'appealed', filter }),
    figures.countEvents(span, { kind: 'referred', filter }),
    figures.decisions(span, filter),
    figures.satisfaction(span, filter),
    figures.countEvents(span, { kind: 'noted', topic: 'lesson', filter }),
  ]);
  return {
    ...outcomesOf(responses),
    ...redressOf(redress, setting),
    appeals,
    referred,
    decisions: decisions.map(({ name, count }) => ({ decision: name, count })),
    satisfaction,
    lessons,
  };
}

/** Why customers complained in a month, and what came of complaints in it. What each figure means: docs/figures.md. */
export async function causesAnswer(query: MonthQuery, setting: FigureSetting) {
  const { ledger, now } = setting;
  const filter = figureFilterOf(query);
  const [zone, month] = [zoneOf(setting), query.month ?? presentMonth(setting)];
  const months = monthsEnding(month, CHART_MONTHS);
  const to = startOfMonth(addToMonth(month, 1), zone);
  const starts = [...months.map((one) => startOfMonth(one, zone)), to];
  // Of all causes: one that had none for long was counted all the same.
  const [counts, firstAt, happened] = await Promise.all([
    ledger.figures.causesByMonth(starts, filter),
    ledger.figures.firstReceipt({ ...filter, categories: undefined }),
    happenedIn({ from: startOfMonth(month, zone), to }, query, setting),
  ]);
  const first = firstAt === undefined ? month : monthOf(localDateAt(firstAt, zone));
  const sum = (index: number): number =>
    counts.reduce((all, one) => (one.index === index ? all + one.count : all), 0);
  return {
    month,
    previous: addToMonth(month, -1),
    timeZone: zone,
    received: sum(CHART_MONTHS - 1),
    previousReceived: sum(CHART_MONTHS - 2),
    causes: await causesOf({ months, counts, first, isOver: now >= to }, setting),
    ...happened,
  };
}
