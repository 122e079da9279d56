import type { WholeCase } from '../../../server/ledger/index.ts';
import { createRandom } from '../../soak/random.ts';
import { caseOf } from './case.ts';
import { plusMonths, startOf } from './days.ts';
import { fateOf } from './fate.ts';
import { CAUSE_SHARES, COMPANIES, TRUTHS } from './truths.ts';

const causes: readonly (readonly [string | null, number])[] = [
  ...Object.entries(CAUSE_SHARES),
  [null, 100 - Object.values(CAUSE_SHARES).reduce((sum, share) => sum + share, 0)],
];

/** How many complaints of a cause come in a month: much the same each month, but for the one that rises. */
function countOf(category: string | null, month: string, perMonth: number): { base: number; spread: number } {
  const share = causes.find(([name]) => name === category)?.[1] ?? 0;
  const rises = category === TRUTHS.risingCause && month >= TRUTHS.risesFrom;
  const base = ((perMonth * share) / 100) * (rises ? 2 : 1);
  // So little, now more and now less, that nothing but the rise is unusual.
  return { base, spread: base * 0.03 };
}

/** Complaints of three years up to `TRUTHS.now`, made from a seed: about `size` of them, in the order of their receipt. */
export function generateHistory(size: number, seed = 20_261_110): WholeCase[] {
  const dice = createRandom(seed);
  const perMonth = size / TRUTHS.months;
  const received: { at: number; category: string | null }[] = [];
  for (let index = 0; index <= TRUTHS.months; index += 1) {
    const month = plusMonths(TRUTHS.firstMonth, index);
    const start = startOf(`${month}-01`, COMPANIES[0].zone);
    const length = startOf(`${plusMonths(month, 1)}-01`, COMPANIES[0].zone) - start;
    for (const [category] of causes) {
      const { base, spread } = countOf(category, month, perMonth);
      const count = Math.round(base + dice.between(0.6, 1) * (index % 2 === 0 ? spread : -spread));
      for (let n = 0; n < count; n += 1) {
        const at = start + Math.floor((dice.next() * length) / 1_000) * 1_000;
        if (at <= TRUTHS.now) received.push({ at, category });
      }
    }
  }
  return received
    .sort((a, b) => a.at - b.at)
    .map(({ at, category }, index) => caseOf(fateOf(1_000 + index, at, category, dice), TRUTHS.now));
}
