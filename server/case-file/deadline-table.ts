import { dateText, type Language, reasonText } from '../../domain/reason-text.ts';
import type { Labels } from '../labels.ts';
import type { CaseContents, FileDeadline } from './contents.ts';
import { WORDS } from './deadline-words.ts';
import { escaped } from './html.ts';
import type { When } from './when.ts';
import type { FileWords } from './words.ts';

interface TableParts {
  readonly contents: Pick<CaseContents, 'deadlines' | 'policy'>;
  readonly language: Language;
  readonly labels: Labels;
  readonly words: FileWords;
  readonly when: When;
}

const isLate = ({ state }: FileDeadline): boolean => state === 'met_late' || state === 'overdue';

function keptCell(one: FileDeadline, { language, labels, words, when }: TableParts): string {
  const { deadline, state, delay } = one;
  const { states, waived } = WORDS[language];
  const lines = [
    deadline.waived ? waived[deadline.waived] : state === 'waived' ? '' : states[state],
    ...(deadline.doneAt === undefined ? [] : [words.doneAt(when(deadline.doneAt))]),
    ...(isLate(one)
      ? [delay === undefined ? words.noReasonGiven : words.lateBy(labels.of('delay_reason', delay, language))]
      : []),
  ];
  return lines
    .map((line, index) => `<div${index === 0 && isLate(one) ? ' class="late"' : ''}>${escaped(line)}</div>`)
    .join('');
}

function row(one: FileDeadline, parts: TableParts): string {
  const { language, words, contents } = parts;
  const { deadline, reasons } = one;
  const name = words.duty[deadline.doneBy] ?? deadline.duty;
  const why = reasons.map(
    (reason) => `<li>${escaped(reasonText(reason, language, contents.policy.timeZone))}</li>`,
  );
  return `<tr><td>${escaped(name)}<div class="small">${escaped(`${deadline.regime}.${deadline.duty}`)}</div></td>
<td>${escaped(dateText(deadline.dueDate, language))}</td><td>${keptCell(one, parts)}</td>
<td><ul class="reasons">${why.join('')}</ul></td></tr>`;
}

/** Every deadline: when it was due and why then, and whether it was kept; as HTML. */
export function deadlineTable(parts: TableParts): string {
  const { contents, words } = parts;
  if (contents.deadlines.length === 0) return `<p>${escaped(words.noDeadlines)}</p>`;
  const head = words.columns.map((title) => `<th scope="col">${escaped(title)}</th>`).join('');
  const rows = contents.deadlines.map((one) => row(one, parts)).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows}\n</tbody></table>`;
}
