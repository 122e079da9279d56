import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { deadlinesOf } from '../../domain/deadlines.ts';
import { at, calendarOf, caseOf, type Draft, deadlineFor, event, policyOf } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

/**
 * Worked examples published by others. Out of scope are rows that count backwards from a hearing and rows in clear
 * days, which leave out both ends: no rule on complaints counts so. They are shown as skipped. The file lies beside the
 * project; where it is absent the whole test is shown as skipped.
 */
const FILE = new URL('../../../shared/data/date-vectors.csv', import.meta.url);

const UNITS = new Map([
  ['wd', 'working days'],
  ['cd', 'days'],
  ['month', 'months'],
]);
const REGIONS = new Map([
  ['ENG', ['GB-ENG']],
  ['ENG+SCT', ['GB-ENG', 'GB-SCT']],
  ['UK-union', ['GB-ENG', 'GB-SCT', 'GB-NIR', 'GB-WLS']],
  ['DE-NW', ['DE-NW']],
]);
const HEAD = ['id', 'rule', 'start', 'n', 'unit', 'calendar', 'expected'];

/** One line of a CSV file, of which some cells are in quotes because of a comma. */
function cells(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^",]*)(,|$)/g)].map(([, bare = '', quoted]) => quoted ?? bare);
}

interface Row {
  readonly id: string;
  readonly rule: string;
  readonly start: string;
  readonly n: string;
  readonly unit: string;
  readonly area: string;
  readonly expected: string;
}

function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [id = '', rule = '', start = '', n = '', unit = '', area = '', expected = ''] = cells(line);
      return { id, rule, start, n, unit, area, expected };
    });
}

const isOutOfScope = ({ n, unit }: Row): boolean => Number(n) < 0 || unit === 'clear';

/** The policy with the convention that a row follows: one duty of the row's length. @throws Error for an unknown one */
function policyFor({ rule, n, unit, area }: Row) {
  const [length, regions] = [UNITS.get(unit), REGIONS.get(area)];
  if (!length || !regions) throw new Error(`a row in ${unit} for ${area} is not understood`);
  const duty = { id: 'one', after: 'received', within: `${n} ${length}`, doneBy: ['responded'] };
  const parts: Draft = {
    regions,
    timeZone: area.startsWith('DE') ? 'Europe/Berlin' : 'Europe/London',
    counting: {
      eventOnNonWorkingDay: rule.startsWith('roll-start') ? 'roll_forward' : 'count_from_event',
      endOnNonWorkingDay: rule.includes('end rolls') ? 'roll_forward' : 'keep',
    },
  };
  return policyOf([duty], parts);
}

/** The date on which a complaint is due that came on the row's day, near both of its ends. */
function dueDates(row: Row): string[] {
  const policy = policyFor(row);
  const year = Number(row.start.slice(0, 4));
  return ['00:00', '23:59'].map((time) => {
    const received = event('received', row.start, {
      at: at(`${row.start} ${time}`, policy.timeZone),
      recordedAt: at(`${row.start} ${time}`, policy.timeZone),
    });
    const deadlines = deadlinesOf(caseOf([received], policy), policy, calendarOf(policy, year, year + 1));
    return deadlineFor('one', deadlines).dueDate;
  });
}

describe.skipIf(!existsSync(FILE))('worked examples published by others', () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD.join(',');
  const rows = rowsOf(text);
  const outOfScope = rows.filter(isOutOfScope);

  it('the file has the columns that are read here, and rows, of which few are out of scope', () => {
    expect(cells(text.split('\n')[0] ?? '').slice(0, HEAD.length)).toEqual(HEAD);
    expect(rows.length - outOfScope.length).toBeGreaterThan(45);
    expect(outOfScope.map(({ id }) => id)).toEqual(['WD3', 'CPR1', 'CPR2', 'CPR3']);
  });

  it.each(
    rows.filter((row) => !isOutOfScope(row)),
  )('$id: $start and $n $unit is $expected ($rule)', (row) => {
    expect(dueDates(row)).toEqual([row.expected, row.expected]);
  });

  it.skip.each(outOfScope)('$id is out of scope: $n $unit ($rule)', () => undefined);
});
