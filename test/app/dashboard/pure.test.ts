import { describe, expect, test } from 'vitest';
import type { ForecastDay } from '../../../app/dashboard/api/overview.ts';
import { dueText } from '../../../app/dashboard/due-text.ts';
import { createFormat, monthPlus } from '../../../app/dashboard/format.ts';
import { columnsOf, keysOf, NOBODY, OTHERS } from '../../../app/dashboard/overview/forecast-model.ts';
import { csvOf } from '../../../app/dashboard/parts/csv.ts';
import { typedTickets } from '../../../app/dashboard/register/search.ts';
import { queryOf, readRoute, writeRoute } from '../../../app/dashboard/route/route.ts';
import { createWhen } from '../../../app/ui/when.ts';
import { localDate } from '../../../domain/index.ts';
import { boardLanguageFor } from '../support/languages.ts';

test('what a spreadsheet would take for a formula is disarmed, and what is a number is not', () => {
  const rows = [['=1+1', '+44 114', '-2.5', '@site', 'a, "b"', 7]];
  expect(csvOf({ columns: ['a', 'b', 'c', 'd', 'e', 'f'], rows })).toBe(
    '\uFEFFa,b,c,d,e,f\r\n\'=1+1,\'+44 114,-2.5,\'@site,"a, ""b""",7\r\n',
  );
});

describe('the address', () => {
  test('keeps all of the place and leaves out what it does not know', () => {
    const hash = '#register?brand=7&overdue=true&due_to=2026-04-09&month=2026-03&sort=-received&evil=1';
    const route = readRoute(hash);
    expect(route).toEqual({
      tab: 'register',
      filters: { brand: '7' },
      register: { overdue: 'true', due_to: '2026-04-09' },
      month: '2026-03',
      sort: '-received',
    });
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  test.each([
    '',
    '#',
    '#nowhere?month=2026-13',
    '#overview?sort=<script>',
  ])('"%s" is the overview', (hash) => {
    expect(readRoute(hash)).toEqual({ tab: 'overview', filters: {}, register: {} });
  });

  test('the same question has one address, without empty values', () => {
    expect(queryOf({ b: '2', a: '' }, { c: undefined, a2: 'x y' })).toBe('?a2=x+y&b=2');
    expect(queryOf({}, {})).toBe('');
  });
});

const day = (date: string, owners: readonly (readonly [number | null, number])[]): ForecastDay => ({
  date: localDate(date),
  until: localDate(date),
  total: owners.reduce((sum, [, count]) => sum + count, 0),
  bySteps: [{ regime: 'ask4', duty: 'update', count: 1 }],
  byOwners: owners.map(([assigneeId, count]) => ({ assigneeId, count })),
});

test('of many owners the smallest share a colour, and no case is lost', () => {
  const owners = [1, 2, 3, 4, 5, 6, 7].map((id) => [id, 10 - id] as const);
  const days = [day('2026-04-10', [...owners, [null, 20]]), day('2026-04-13', [[7, 1]])];
  const keys = keysOf(days, 'owner');
  expect(keys).toEqual([NOBODY, '1', '2', '3', '4', OTHERS]);
  const words = { today: localDate('2026-04-10'), todayText: 'Today', weekday: () => 'Mon' };
  const columns = columnsOf(days, { split: 'owner', keys }, words);
  expect(columns.map(({ counts }) => Object.values(counts).reduce((sum, one) => sum + one, 0))).toEqual(
    columns.map(({ total }) => total),
  );
  expect(columns.map(({ isMarked, startsGroup }) => [isMarked, startsGroup])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test.each([
  // The end of Thursday in London is Friday 01:00 in Berlin, and is still Thursday.
  ['2026-04-09T23:00:00Z', '2026-04-09', 'Today'],
  ['2026-04-08T23:00:00Z', '2026-04-08', 'Yesterday'],
  ['2026-04-09T12:30:00Z', '2026-04-09', 'Today, 14:30'],
  ['2026-04-13T23:00:00Z', '2026-04-13', 'Mon 13 Apr'],
])('due at %s reads "%s"', (dueAt, date, text) => {
  const when = createWhen(boardLanguageFor('en-GB'), 'Europe/Berlin');
  const due = { nextDueAt: Date.parse(dueAt), nextDueDate: localDate(date) };
  expect(dueText(due, { when, now: Date.parse('2026-04-09T09:12:00Z'), zone: 'Europe/London' })).toBe(text);
});

test('figures are written as the reader does', () => {
  const english = createFormat(boardLanguageFor('en-GB'));
  const german = createFormat(boardLanguageFor('de'));
  expect([english.percent(0.9864), german.percent(1)]).toEqual(['98.6%', '100\u00a0%']);
  expect([english.points(0.008), english.points(-0.021), german.points(-0.021)]).toEqual([
    '+0.8',
    '−2.1',
    '−2,1',
  ]);
  expect([english.length(40), english.length(90_000), english.length(216_000)]).toEqual([
    '1 min',
    '25 hrs',
    '2.5 days',
  ]);
  expect(german.money(480, 'EUR')).toBe('480\u00a0€');
  expect([monthPlus('2026-01', -1), monthPlus('2025-12', 1)]).toEqual(['2025-12', '2026-01']);
});

test.each([
  ['48044', [48044]],
  ['#48044, 48087', [48044, 48087]],
  ['no wifi 2024', undefined],
])('"%s" is looked for by numbers: %j', (text, tickets) => {
  expect(typedTickets(text)).toEqual(tickets);
});
