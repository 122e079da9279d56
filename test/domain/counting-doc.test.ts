import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../domain/deadline.ts';
import type { CaseEvent, EventKind } from '../../domain/events.ts';
import { localDate } from '../../domain/local-date.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateText, type Language, reasonText } from '../../domain/reason-text.ts';
import { explain } from '../../domain/reasons.ts';
import {
  at,
  calendarOf,
  type Draft,
  deadlineFor,
  deadlinesFor,
  policyOf,
  promise,
  shipped,
} from './support.ts';

const LINES = readFileSync(new URL('../../docs/counting.md', import.meta.url), 'utf8').split('\n');

/** The cells of the row of that number, the English table first. */
function cellsOf(number: number, language: Language): string[] {
  const rows = LINES.filter((line) => line.startsWith(`| ${number} |`)).map((line) =>
    line.split('|').map((cell) => cell.trim()),
  );
  return rows[language === 'en' ? 0 : 1] ?? [];
}

interface Example {
  readonly policy: Policy;
  readonly deadline: Deadline;
  /** Every other date that the row names. */
  readonly named: readonly string[];
}

const happened = (
  policy: Policy,
  kind: EventKind,
  when: string,
  extras: Partial<CaseEvent> = {},
): CaseEvent => {
  const instant = at(when, policy.timeZone);
  return { kind, at: instant, recordedAt: instant, auditId: instant, ...extras };
};

/** A policy with one duty after the receipt. */
function single(within: string, when: string, parts: Draft = {}, named: readonly string[] = []): Example {
  const policy = policyOf([{ id: 'one', after: 'received', within, doneBy: ['responded'] }], parts);
  const deadline = deadlineFor('one', deadlinesFor([happened(policy, 'received', when)], policy));
  return { policy, deadline, named: [when.slice(0, 10), ...named] };
}

const rolls = (option: string): Draft => ({ counting: { [option]: 'roll_forward' } });
const closures = [{ date: '2026-12-29', name: 'Closed' }];

function chained(policy: Policy, duty: string, named: string[], ...events: [EventKind, string][]): Example {
  const happenings = events.map(([kind, when]) => happened(policy, kind, when, { channel: 'email' }));
  return { policy, deadline: deadlineFor(duty, deadlinesFor(happenings, policy)), named };
}

function extendedExample(): Example {
  const policy = policyOf([
    { id: 'one', after: 'received', within: '2 weeks', doneBy: ['responded'], extension: {} },
  ]);
  const told = { duty: 'one', within: '10 working days', reason: 'it is complex' };
  const events = [
    happened(policy, 'received', '2026-06-01 10:00'),
    happened(policy, 'extended', '2026-06-10', told),
  ];
  const deadline = deadlineFor('one', deadlinesFor(events, policy));
  return { policy, deadline, named: [deadline.extensions?.[0]?.dueDate ?? 'none'] };
}

function inLand(region: string, named: string[]): Example {
  const policy = { ...shipped('ask4-de.yaml'), regions: [region] };
  const events = ['2026-06-02', '2026-06-03'] as const;
  return chained(policy, 'update', named, ['received', events[0]], ['acknowledged', events[1]]);
}

const ask4 = shipped('ask4.yaml');
const union = { regions: ['GB-ENG', 'GB-NIR'] };
const EXAMPLES: readonly [number, Example][] = [
  [1, single('24 hours', '2026-03-28 12:00')],
  [2, single('3 working days', '2026-04-02 10:00')],
  [3, single('3 working days', '2026-04-07 23:30')],
  [4, single('1 working day', '2026-07-04 10:00')],
  [5, single('1 working day', '2026-07-04 10:00', rolls('eventOnNonWorkingDay'), ['2026-07-06'])],
  [6, single('6 weeks', '2026-04-08 10:00')],
  [7, single('1 month', '2026-01-31 10:00')],
  [8, single('30 days', '2026-03-06 10:00')],
  [9, single('30 days', '2026-06-19 10:00', rolls('endOnNonWorkingDay'), ['2026-07-19'])],
  [10, single('3 working days', '2026-07-10 10:00', union, ['2026-07-13'])],
  [11, single('3 working days', '2026-12-23 10:00', { closures }, ['2026-12-29'])],
  [12, single('1 working day', '2026-07-06 10:00', { counting: { dayEnds: '17:30' } })],
  [
    13,
    chained(
      promise,
      'response',
      ['2026-04-09', '2026-04-15'],
      ['received', '2026-04-01 15:00'],
      ['acknowledged', '2026-04-02 10:00'],
      ['updated', '2026-04-09 16:00'],
      ['updated', '2026-04-15 10:00'],
    ),
  ],
  [14, chained(promise, 'update', ['2026-04-01', '2026-04-02'], ['received', '2026-04-01 15:00'])],
  [
    15,
    chained(
      ask4,
      'adr_letter',
      ['2026-04-08', '2026-05-01', '2026-05-20'],
      ['received', '2026-04-08 09:00'],
      ['deadlock', '2026-05-01 15:00'],
    ),
  ],
  [16, extendedExample()],
  [17, inLand('DE-BE', ['2026-06-03', '2026-06-04', inLand('DE-NW', []).deadline.dueDate])],
];

describe.each(['en', 'de'] as const)('docs/counting.md, %s', (language) => {
  it.each(EXAMPLES)('example %i is right to the day', (number, { policy, deadline, named }) => {
    const [, , , example = '', due = ''] = cellsOf(number, language);
    const [last] = explain(deadline, calendarOf(policy), policy.counting).slice(-1);
    const text = last ? reasonText(last, language, policy.timeZone) : '';
    expect(text.replace(/^(due|fällig) /u, '')).toBe(due);
    for (const date of named) expect(example).toContain(dateText(localDate(date), language));
  });

  it('has no example that is not worked out', () => {
    const numbers = LINES.filter((line) => /^\| \d+ \|/.test(line));
    expect(numbers).toHaveLength(2 * EXAMPLES.length);
  });
});

it('the weeks of example 15 and the receipt of example 14 end when the text says', () => {
  const complaint = happened(ask4, 'received', '2026-04-08 09:00', { channel: 'email' });
  expect(deadlineFor('adr_letter', deadlinesFor([complaint], ask4)).dueDate).toBe('2026-05-20');
  const first = happened(promise, 'received', '2026-04-01 15:00', { channel: 'email' });
  expect(deadlineFor('acknowledgement', deadlinesFor([first])).dueAt).toBe(at('2026-04-02 15:00'));
});
