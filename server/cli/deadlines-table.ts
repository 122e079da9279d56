import type { Deadline, DeadlineState } from '../../domain/deadline.ts';
import { type Instant, type LocalDate, localDateAt, localTimeAt } from '../../domain/local-date.ts';
import { dateText, type Language, reasonText } from '../../domain/reason-text.ts';
import { WORDS } from '../case-file/deadline-words.ts';
import type { Computed } from './compute.ts';

/** No line is wider. */
const WIDTH = 100;
const INDENT = '    ';

/** A due time in the policy's zone; the end of a day as 24:00, which belongs to the day that ends. */
function whenText(at: Instant, date: LocalDate, zone: string, language: Language): string {
  const time = localDateAt(at, zone) === date ? localTimeAt(at, zone) : '24:00';
  return `${dateText(date, language)}, ${time}`;
}

/** Breaks a line between words; what follows is indented further. */
function wrapped(line: string, indent: string): string[] {
  const lines: string[] = [];
  let current = indent;
  for (const word of line.split(' ')) {
    const longer = current.trim() === '' ? current + word : `${current} ${word}`;
    if (longer.length <= WIDTH || current.trim() === '') {
      current = longer;
      continue;
    }
    lines.push(current);
    current = `${indent}  ${word}`;
  }
  return [...lines, current];
}

function stateText(state: DeadlineState, { waived }: Deadline, language: Language): string {
  const { states, waived: why } = WORDS[language];
  return state === 'waived' ? why[waived ?? 'closed'] : states[state];
}

const nameOf = ({ regime, duty }: Deadline): string => `${regime}.${duty}`;

/** The table for people: what stands where, then each deadline with its state, its due time and the reasons. */
export function deadlinesTable(computed: Computed, language: Language): string {
  const { policy, kase, now, next, deadlines } = computed;
  const words = WORDS[language];
  const { timeZone: zone } = policy;
  const due = ({ dueAt, dueDate }: Deadline): string => whenText(dueAt, dueDate, zone, language);
  const upcoming = next ? words.next(due(next), nameOf(next)) : words.noneOpen;
  const head = [
    `${words.head(policy.id, policy.version)}, ${words.asOf(whenText(now, localDateAt(now, zone), zone, language), zone)}`,
    `${words.stage(words.stages[kase.stage])}; ${upcoming}`,
  ].flatMap((line) => wrapped(line, ''));
  if (deadlines.length === 0) return [...head, '', words.noneRuns].join('\n');
  const rows = deadlines.map(({ deadline, state }) => [
    nameOf(deadline),
    stateText(state, deadline, language),
    deadline.projected && state === 'projected' ? words.latest(due(deadline)) : due(deadline),
  ]);
  const widths = [0, 1].map((column) =>
    Math.max(...[words.columns, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const rowText = (row: readonly string[]): string[] =>
    wrapped(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
      '',
    );
  const blocks = deadlines.flatMap(({ reasons }, index) => [
    '',
    ...rowText(rows[index] ?? []),
    ...reasons.flatMap((reason) => wrapped(reasonText(reason, language, zone), INDENT)),
  ]);
  return [...head, '', ...rowText(words.columns), ...blocks].join('\n');
}
