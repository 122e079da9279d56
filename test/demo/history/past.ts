import type { LocalDate } from '../../../domain/local-date.ts';
import { addDays, isLocalDate } from '../../../domain/local-date.ts';
import type { WholeCase } from '../../../server/ledger/index.ts';
import { createRandom } from '../../soak/random.ts';
import { caseOf } from '../../support/history/case.ts';
import { dateIn, plusMonths, startOf } from '../../support/history/days.ts';
import { fateOf } from '../../support/history/fate.ts';
import { CAUSE_SHARES, COMPANIES, TRUTHS } from '../../support/history/truths.ts';

const WEEK = 7 * 86_400_000;
const [COMPANY] = COMPANIES;
/** Above anything that people or the account's seed make tickets of. */
const FIRST_TICKET = 48_000;
const MONTHS = 13;
/** What there is to see: a cause that rose in the last full month, and one that fell half a year ago. */
const changeOf = (cause: string | null, back: number): number => {
  if (cause === 'speed' && back === 1) return 2.1;
  return cause === 'outage' && back > 5 ? 1.6 : 1;
};
/** Nobody leaves a complaint lying for longer: such ones are left out. */
const LONGEST_OVERDUE = 8 * 86_400_000;

export interface PastOptions {
  /** The present, in epoch milliseconds. */
  readonly now: number;
  /** About how many complaints come in in a month. */
  readonly perMonth: number;
  /** Ids of the account: who looks after complaints, and where customers live. */
  readonly staff: readonly [number, ...number[]];
  readonly sites: readonly [number, ...number[]];
}

/** When complaints came in, and about what, month by month: much the same, but for what rises. */
function receipts({ now, perMonth }: PastOptions) {
  const dice = createRandom('demo');
  const present = dateIn(now, COMPANY.zone).slice(0, 7);
  const found: { at: number; cause: string | null }[] = [];
  for (let back = MONTHS; back >= 0; back -= 1) {
    const month = plusMonths(present, -back);
    const start = startOf(`${month}-01`, COMPANY.zone);
    const length = startOf(`${plusMonths(month, 1)}-01`, COMPANY.zone) - start;
    for (const [cause, share] of [...Object.entries(CAUSE_SHARES), [null, 4] as const]) {
      const usual = (perMonth * share) / 100;
      const count = Math.round(usual * changeOf(cause, back) * dice.between(0.9, 1.1));
      for (let n = 0; n < count; n += 1) {
        const at = start + Math.floor((dice.next() * length) / 1_000) * 1_000;
        if (at <= now) found.push({ at, cause });
      }
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** What the history's own generator tells of its time, told of another: weeks later, so that weekdays stay. */
function shifted({ row, events, deadlines }: WholeCase, by: number): WholeCase {
  const at = (instant: number): number => instant + by;
  const maybe = (instant: number | null): number | null => (instant === null ? null : instant + by);
  const day = (date: string): LocalDate => {
    if (!isLocalDate(date)) throw new Error(`${date} is no date`);
    return addDays(date, by / (WEEK / 7));
  };
  return {
    row: {
      ...row,
      receivedAt: at(row.receivedAt),
      closedAt: maybe(row.closedAt),
      nextDueAt: maybe(row.nextDueAt),
      nextDueDate: row.nextDueDate === null ? null : day(row.nextDueDate),
      lostAt: null,
      lostWhy: null,
      updatedAt: at(row.updatedAt),
    },
    events: events.map((one) => ({ ...one, at: at(one.at), recordedAt: at(one.recordedAt) })),
    deadlines: deadlines.map((one) => ({
      ...one,
      anchorAt: at(one.anchorAt),
      dueAt: at(one.dueAt),
      dueDate: day(one.dueDate),
      warnAt: at(one.warnAt),
      doneAt: maybe(one.doneAt),
    })),
  };
}

/** The complaints of about a year before `now`, as a ledger would hold them; the latest of them are still open. */
export function pastCases(options: PastOptions): WholeCase[] {
  const { now, staff, sites } = options;
  const by = Math.round((now - TRUTHS.now) / WEEK) * WEEK;
  const dice = createRandom('demo fates');
  const nth = (list: readonly [number, ...number[]], index: number): number =>
    list[index % list.length] ?? list[0];
  const all = receipts(options).map(({ at, cause }, index) => {
    const fate = fateOf(FIRST_TICKET + index, at - by, cause, dice);
    const { assigneeId, organizationId } = fate;
    const whole = caseOf({ ...fate, company: COMPANY, lostAt: null }, TRUTHS.now);
    const row = {
      ...whole.row,
      assigneeId: assigneeId === null ? null : nth(staff, assigneeId),
      organizationId: nth(sites, organizationId),
      brandId: null,
    };
    return shifted({ ...whole, row }, by);
  });
  return all.filter(({ row }) => row.nextDueAt === null || row.nextDueAt > now - LONGEST_OVERDUE);
}
