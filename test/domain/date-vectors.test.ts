import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { dueWithin } from '../../domain/count.ts';
import type { OffsetUnit } from '../../domain/offset.ts';
import { calendarFor } from '../../server/calendars/index.ts';
import { at, type Draft, policyWith } from './support.ts';

vi.setConfig({ testTimeout: 60_000 });

/**
 * Worked examples published by others. Rows that count backwards or in clear days are out of scope. The file lies
 * beside the project; where it is absent the test is shown as skipped.
 */
const FILE = new URL('../../../shared/data/date-vectors.csv', import.meta.url);

const UNITS = new Map<string, OffsetUnit>([
  ['wd', 'working_days'],
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
  readonly n: number;
  readonly unit: OffsetUnit;
  readonly regions: readonly string[];
  readonly expected: string;
}

function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [id = '', rule = '', start = '', n = '', unitName = '', area = '', expected = ''] = cells(line);
      const unit = UNITS.get(unitName);
      const regions = REGIONS.get(area);
      const forwards = Number(n) > 0 && !rule.includes('clear');
      return unit && regions && forwards ? [{ id, rule, start, n: Number(n), unit, regions, expected }] : [];
    });
}

/** The policy with the convention that a row follows. */
function countingOf(rule: string): Draft {
  return {
    eventOnNonWorkingDay: rule.startsWith('roll-start') ? 'roll_forward' : 'count_from_event',
    endOnNonWorkingDay: rule.includes('end rolls') ? 'roll_forward' : 'keep',
  };
}

describe.skipIf(!existsSync(FILE))('worked examples published by others', () => {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD.join(',');
  const rows = rowsOf(text);

  it('the file has the columns that are read here, and rows', () => {
    expect(cells(text.split('\n')[0] ?? '').slice(0, HEAD.length)).toEqual(HEAD);
    expect(rows.length).toBeGreaterThan(40);
  });

  it.each(rows)('$id: $start and $n $unit is $expected ($rule)', ({
    rule,
    start,
    n,
    unit,
    regions,
    expected,
  }) => {
    const policy = policyWith({ regions, counting: countingOf(rule) });
    const year = Number(start.slice(0, 4));
    const calendar = calendarFor(policy, { from: year, until: year + 1 });
    const due = dueWithin(at(`${start} 12:00`), { amount: n, unit }, calendar, policy.counting);
    expect(due.dueDate).toBe(expected);
  });
});
