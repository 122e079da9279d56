import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { WholeCase } from '../../../server/ledger/index.ts';
import { monthIn, plusMonths } from '../../support/history/days.ts';
import { causeHistory, expectedCauses, limitsOf } from '../../support/history/expected-causes.ts';
import { expectedOverview } from '../../support/history/expected-overview.ts';
import { expectedPromises } from '../../support/history/expected-promises.ts';
import { fillLedger } from '../../support/history/fill.ts';
import { FILTERS } from '../../support/history/filters.ts';
import { generateHistory } from '../../support/history/history.ts';
import { TRUTHS } from '../../support/history/truths.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { causesShape, overviewShape, promisesShape, registerShape } from './support/shapes.ts';

/** What holds for these holds for `HISTORY_CASES=100000` too, which takes minutes. */
const CASES = Number(process.env.HISTORY_CASES ?? 9_000);

let api: TestApi;
let cases: readonly WholeCase[];

beforeAll(async () => {
  const policies = ['policies/ask4.yaml', 'policies/ask4-de.yaml'];
  api = await startApi({ now: new Date(TRUTHS.now).toISOString(), policies });
  cases = generateHistory(CASES);
  await fillLedger(api.databaseUrl, cases);
}, 600_000);
afterAll(() => api.stop());

async function ask<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const answer = await api.ask(path);
  expect([path, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([path, 200, '']);
  return shape.parse(answer.json());
}

const sums = (counts: readonly (readonly [unknown, number])[]) =>
  Object.fromEntries(counts.map(([name, count]) => [String(name), count]));
const close = (value: number) => expect.closeTo(value, 3);

describe.each(FILTERS)('?%s', (filter, isLeft) => {
  // What is filtered is counted by the same code: one month of it will do.
  const months = (all: readonly string[]) => (filter === '' ? all : all.slice(0, 1));
  const left = (): WholeCase[] => cases.filter(isLeft);

  it('tells how the open cases stand', async () => {
    const answer = await ask(`/overview?${filter}`, overviewShape);
    const wanted = expectedOverview(left(), TRUTHS.now);
    expect(wanted.openTotal).toBeGreaterThan(0);
    // Where nothing is filtered every figure has something to count.
    if (filter === '') expect(Object.values(wanted)).not.toContain(0);
    const { figures } = answer;
    expect({
      openTotal: answer.openTotal,
      overdue: figures.overdue.count,
      oldestDueAt: figures.overdue.oldestDueAt && Date.parse(figures.overdue.oldestDueAt),
      noOwner: figures.noOwner.count,
      noOwnerOverdue: figures.noOwner.overdue,
      byPost: figures.byPost.count,
      notSent: figures.notSent.count,
      refusedChannel: figures.refusedChannel.count,
      needsPerson: figures.needsPerson.count,
      forecast: answer.forecast.map(({ date, total, bySteps, byOwners }) => ({
        date,
        total,
        steps: sums(bySteps.map(({ regime, duty, count }) => [`${regime}.${duty}`, count])),
        owners: sums(byOwners.map(({ assigneeId, count }) => [assigneeId, count])),
      })),
      soonest: answer.nextDue.map(({ ticketId }) => ticketId),
    }).toEqual({
      ...wanted,
      forecast: wanted.forecast.map(({ due: _, ...day }) => day),
      soonest: wanted.soonest.slice(0, 50),
    });
    const [today, tomorrow] = wanted.forecast;
    const first = today?.due.map(({ nextDueAt }) => nextDueAt ?? 0).sort((a, b) => a - b)[0];
    expect(figures.dueToday).toEqual({
      count: today?.total,
      firstDueAt: first === undefined ? null : new Date(first).toISOString(),
      until: today?.date,
    });
    expect(figures.dueTomorrow).toEqual({
      count: tomorrow?.total,
      date: tomorrow?.date,
      until: tomorrow?.date,
    });
  });

  it.each(
    months(['2026-10', '2026-11', TRUTHS.badMonth, '2023-12']),
  )('tells how the promises of %s were kept', async (month) => {
    const answer = await ask(`/promises?month=${month}&${filter}`, promisesShape);
    const wanted = expectedPromises(left(), month, TRUTHS.now);
    expect(Object.keys(wanted.duties).length).toBeGreaterThan(0);
    const told = answer.duties.map(({ regime, duty, ...one }) => [`${regime}.${duty}`, one] as const);
    expect(new Set(told.map(([name]) => name))).toEqual(new Set(Object.keys(wanted.duties)));
    for (const [name, one] of told) {
      const { history, times } = wanted.duties[name] ?? { history: [], times: undefined };
      const { month: _, ...last } = history.at(-1) ?? { month: '' };
      expect({ name, ...one }).toMatchObject({ name, ...last, previousShare: history.at(-2)?.share });
      expect(one.history).toEqual(
        history.map(({ month, onTime, late, overdue, share }) => ({ month, onTime, late, overdue, share })),
      );
      expect(one.times.count).toBe(times?.count);
      if (!times?.count) continue;
      const isHours = name.endsWith('acknowledgement');
      expect(one.times).toEqual({
        count: times.count,
        medianSeconds: close(times.medianSeconds),
        p90Seconds: close(times.p90Seconds),
        limitSeconds: isHours ? 86_400 : close(times.allowed),
        sinceReceipt: {
          medianSeconds: close(times.deciles[4] ?? 0),
          p90Seconds: close(times.deciles[8] ?? 0),
          deciles: times.deciles.map(close),
        },
      });
    }
    expect(answer.late.total).toBe(wanted.missed);
    expect(sums(answer.late.byReason.map(({ code, count }) => [code ?? 'none', count]))).toEqual(
      wanted.reasons,
    );
    expect(answer.handlers).toBeNull();
  });

  it.each(
    months(['2026-10', '2026-11', '2025-02', '2024-03']),
  )('tells why customers complained in %s', async (month) => {
    const answer = await ask(`/causes?month=${month}&${filter}`, causesShape);
    const wanted = expectedCauses(left(), month);
    expect(answer).toMatchObject({
      received: wanted.received,
      responses: wanted.responses,
      appeals: wanted.appeals,
      referred: wanted.referred,
      lessons: wanted.lessons,
    });
    expect(answer.outcomes).toEqual({ upheld: 0, partly_upheld: 0, not_upheld: 0, ...wanted.outcomes });
    const { good = 0, bad = 0, offered = 0 } = wanted.ratings;
    expect(answer.satisfaction).toEqual({ good, bad, offered });
    expect(sums(answer.decisions.map(({ decision, count }) => [decision, count]))).toEqual(wanted.decisions);
    expect(sums(answer.redressKinds.map(({ code, count }) => [code, count]))).toEqual(wanted.redress.kinds);
    expect(
      sums(answer.redress.map(({ currency, amount }) => [currency, Number(amount.replace('.', ''))])),
    ).toEqual(wanted.redress.cents);
    for (const { category, count, previousCount, chart } of answer.causes) {
      const history = wanted.histories.get(category) ?? [];
      expect([category, chart.months.map((one) => one.count)]).toEqual([category, history]);
      expect([count, previousCount]).toEqual([history[11], history[10]]);
      const before = history.slice(11 - wanted.known, 11);
      const { mean, lower, upper } =
        before.length < 6 ? { mean: null, lower: null, upper: null } : limitsOf(before);
      const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 0));
      expect([category, chart.mean, chart.lower, chart.upper]).toEqual([
        category,
        near(mean),
        near(lower),
        near(upper),
      ]);
    }
    const seen = [...wanted.histories].filter(([, history]) => history.some((count) => count > 0));
    expect(new Set(answer.causes.map(({ category }) => category))).toEqual(
      new Set(seen.map(([name]) => name)),
    );
  });
});

describe('what is known of the history', () => {
  it.each([
    0, 1, 2,
  ])('the cause that rises is pointed out %i months after it began, and no other', async (after) => {
    const month = plusMonths(TRUTHS.risesFrom, after);
    const { causes } = await ask(`/causes?month=${month}`, causesShape);
    const signals = causes.filter(({ signal }) => signal !== null);
    expect(signals.map(({ category, signal }) => [category, signal])).toEqual([
      [TRUTHS.risingCause, 'above'],
    ]);
  });

  it('before it rose it was not, nor is a month called low before it is over', async () => {
    for (const month of [plusMonths(TRUTHS.risesFrom, -1), monthIn(TRUTHS.now, 'Europe/London')]) {
      const { causes } = await ask(`/causes?month=${month}`, causesShape);
      expect([month, causes.filter(({ signal }) => signal !== null).map(({ category }) => category)]).toEqual(
        [month, []],
      );
    }
    const rising = causeHistory(cases, ['2026-07', '2026-08'], TRUTHS.risingCause);
    expect((rising[1] ?? 0) / (rising[0] ?? 1)).toBeGreaterThan(1.8);
  });

  it('the bad month of status updates shows, and the next one is better', async () => {
    const shareOf = async (month: string) => {
      const { duties } = await ask(`/promises?month=${month}`, promisesShape);
      return duties.find(({ regime, duty }) => regime === 'ask4' && duty === 'update')?.share ?? 1;
    };
    expect(await shareOf(TRUTHS.badMonth)).toBeLessThan(0.75);
    expect(await shareOf(plusMonths(TRUTHS.badMonth, 1))).toBeGreaterThan(0.88);
  });
});

it('each promise is said in the words of the policy, in the policy’s order', async () => {
  const { duties } = await ask('/promises?month=2026-10', promisesShape);
  expect(duties.map(({ regime, duty, promise }) => [regime, duty, promise])).toEqual(
    ['ask4', 'ask4-de'].flatMap((regime) => [
      [regime, 'acknowledgement', '24 hours'],
      [regime, 'update', '3 working days'],
      [regime, 'response', '7 working days'],
    ]),
  );
});

describe('the list behind a figure', () => {
  const totalOf = async (query: string) => (await ask(`/cases?limit=1&${query}`, registerShape)).total;

  it('is as long as the figure says', async () => {
    const { figures, openTotal, forecast } = await ask('/overview', overviewShape);
    const [today, second] = forecast;
    const dues = (day: (typeof forecast)[number] | undefined): string =>
      `open=true&overdue=false&due_from=${day?.date}&due_to=${day?.until}`;
    const lists: [string, number][] = [
      ['open=true', openTotal],
      ['overdue=true', figures.overdue.count],
      [dues(today), figures.dueToday.count],
      [dues(second), figures.dueTomorrow.count],
      ['open=true&no_owner=true', figures.noOwner.count],
      ['overdue=true&no_owner=true', figures.noOwner.overdue],
      ['open=true&by_post=true', figures.byPost.count],
      ['open=true&not_sent=true', figures.notSent.count],
      ['stage=refused', figures.refusedChannel.count],
      ['needs_person=true', figures.needsPerson.count],
    ];
    for (const [query, count] of lists) expect([query, await totalOf(query)]).toEqual([query, count]);
    const [step] = second?.bySteps ?? [];
    expect(await totalOf(`${dues(second)}&duty=${step?.regime}.${step?.duty}`)).toBe(step?.count);
  });

  it('also that of promises missed, by duty, month and reason', async () => {
    const { duties, late } = await ask('/promises?month=2026-10', promisesShape);
    for (const { regime, duty, late: missed, overdue, onTime } of duties) {
      const name = `${regime}.${duty}`;
      expect([name, await totalOf(`due_month=2026-10&late=${name}`)]).toEqual([name, missed + overdue]);
      expect([name, await totalOf(`due_month=2026-10&promise=${name}`)]).toEqual([
        name,
        missed + overdue + onTime,
      ]);
    }
    const wanted = cases.filter(({ deadlines }) =>
      deadlines.some(
        ({ dueDate, waived, doneAt, dueAt, projected, delayReason }) =>
          dueDate.startsWith('2026-10') &&
          waived === null &&
          delayReason === null &&
          (doneAt === null ? !projected && dueAt < TRUTHS.now : doneAt > dueAt),
      ),
    );
    expect(await totalOf('due_month=2026-10&late=any&delay=none')).toBe(wanted.length);
    expect(late.byReason.find(({ code }) => code === null)?.count).toBeGreaterThanOrEqual(wanted.length);
  });

  it('and those of causes, outcomes and what customers said', async () => {
    const { causes, satisfaction } = await ask('/causes?month=2026-02', causesShape);
    const received = 'received_from=2026-02-01T00:00:00Z&received_to=2026-03-01T00:00:00Z';
    for (const { category, count } of causes.filter((one) => one.category !== null))
      expect([category, await totalOf(`${received}&category=${category}`)]).toEqual([category, count]);
    const closed = 'closed_from=2026-02-01T00:00:00Z&closed_to=2026-03-01T00:00:00Z';
    for (const [rating, count] of Object.entries(satisfaction))
      expect([rating, await totalOf(`${closed}&rating=${rating}`)]).toEqual([rating, count]);
    const { row } = cases[5] ?? {};
    expect(await totalOf(`tickets=${row?.ticketId},1`)).toBe(1);
    const upheld = cases.filter((one) => one.row.outcome === 'upheld' && one.row.channel === 'letter');
    expect(await totalOf('outcome=upheld&channel=letter')).toBe(upheld.length);
  });
});
