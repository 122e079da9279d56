import type { CaseEventRow, WholeCase } from '../../../server/ledger/index.ts';
import { monthIn, plusMonths, startOf } from './days.ts';
import { COMPANIES } from './truths.ts';

const ZONE = COMPANIES[0].zone;

const counts = ({ payload }: CaseEventRow): boolean =>
  payload.refused === undefined && payload.void === undefined && payload.corrected_by === undefined;

/** The limits of an XmR chart, written out as a book has them. */
export function limitsOf(values: readonly number[]) {
  let sum = 0;
  let ranges = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += values[index] ?? 0;
    if (index > 0) ranges += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0));
  }
  const mean = sum / values.length;
  const move = ranges / (values.length - 1);
  // Wheeler's chunky data: a range of 3 already lies beyond the upper limit of the ranges.
  const isCoarse = 3.268 * move < 3;
  const byChance = 3 * Math.sqrt(Math.max(mean, 3 / values.length));
  const reach = Math.max((3 / 1.128) * move, isCoarse ? byChance : 0);
  return { mean, lower: Math.max(0, mean - reach), upper: mean + reach };
}

/** Complaints of a cause month by month. */
export function causeHistory(
  cases: readonly WholeCase[],
  months: readonly string[],
  category: string | null,
): number[] {
  const receipts = cases
    .filter(({ row }) => row.category === category)
    .map(({ row }) => monthIn(row.receivedAt, ZONE));
  return months.map((month) => receipts.filter((one) => one === month).length);
}

function tally(names: readonly unknown[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const name of names) sums[String(name)] = (sums[String(name)] ?? 0) + 1;
  return sums;
}

/** The events of one case that count, of a kind and topic. */
function told({ events }: WholeCase, kind: string, topic?: string): CaseEventRow[] {
  return events.filter(
    (one) => one.kind === kind && counts(one) && (topic === undefined || one.payload.topic === topic),
  );
}

function redressOf(cases: readonly WholeCase[], isIn: (at: number) => boolean) {
  const cents: Record<string, number> = {};
  const kinds: unknown[] = [];
  for (const one of cases) {
    const last = told(one, 'noted', 'redress').at(-1);
    if (!last || !isIn(last.at)) continue;
    kinds.push(last.payload.code);
    const own = COMPANIES.find(({ policyId }) => policyId === one.row.policyId)?.currency;
    const currency = String(last.payload.currency ?? own);
    if (typeof last.payload.amount === 'string')
      cents[currency] = (cents[currency] ?? 0) + Number(last.payload.amount.replace('.', ''));
  }
  return { cents, kinds: tally(kinds) };
}

/** What `GET /causes` has to say of a month, worked out from the cases themselves. */
export function expectedCauses(cases: readonly WholeCase[], month: string) {
  const [from, to] = [startOf(`${month}-01`, ZONE), startOf(`${plusMonths(month, 1)}-01`, ZONE)];
  const isIn = (at: number | null): boolean => at !== null && at >= from && at < to;
  const months = Array.from({ length: 12 }, (_, index) => plusMonths(month, index - 11));
  const categories = [...new Set(cases.map(({ row }) => row.category))];
  const first = cases.map(({ row }) => monthIn(row.receivedAt, ZONE)).sort()[0] ?? month;
  const responded = cases.flatMap((one) => told(one, 'responded').slice(0, 1)).filter(({ at }) => isIn(at));
  const events = (kind: string, topic?: string): CaseEventRow[] =>
    cases.flatMap((one) => told(one, kind, topic)).filter(({ at }) => isIn(at));
  const closed = cases.filter(({ row }) => isIn(row.closedAt));
  return {
    months,
    received: cases.filter(({ row }) => isIn(row.receivedAt)).length,
    histories: new Map(categories.map((category) => [category, causeHistory(cases, months, category)])),
    known: months.slice(0, -1).filter((one) => one >= first).length,
    responses: responded.length,
    outcomes: tally(responded.map(({ payload }) => payload.outcome)),
    redress: redressOf(cases, isIn),
    appeals: events('appealed').length,
    referred: events('referred').length,
    lessons: events('noted', 'lesson').length,
    decisions: tally(events('decided').map(({ payload }) => payload.decision)),
    ratings: tally(closed.map(({ row }) => row.rating)),
  };
}
