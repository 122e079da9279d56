import type { Figure } from './figure.ts';
import { isMissed } from './limits.ts';
import { shown } from './numbers.ts';

const HEADS = ['', 'ours', 'the others', 'limit', 'ratio', ''] as const;

function limitText({ limit, unit }: Figure): string {
  if (!limit) return '';
  const sign = limit.is === 'at least' ? '≥' : '≤';
  return limit.of === 'ratio' ? `${sign} ${shown(limit.value)} ×` : `${sign} ${shown(limit.value)} ${unit}`;
}

function verdict(figure: Figure): string {
  if (!figure.limit) return '';
  return isMissed(figure) ? 'MISSED' : 'met';
}

function cells(figure: Figure): string[] {
  const { name, unit, ours, against, ratio } = figure;
  return [
    name,
    `${shown(ours)} ${unit}`,
    against ? shown(against.value) : '',
    limitText(figure),
    ratio === undefined ? '' : `${shown(ratio)} ×`,
    verdict(figure),
  ];
}

/** What stands below a line: against what, over which range, and the remark. */
function below({ against, runs, range, note }: Figure): string[] {
  const [least, most] = range;
  const spread = runs > 1 ? `${runs} runs, ${shown(least)} to ${shown(most)}` : 'one run';
  return [`${against ? `against ${against.name}; ` : ''}${spread}`, ...(note ? [note] : [])];
}

/** The figures of a section as text, a line for each and what is to be known of it below. */
export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => ({ cells: cells(figure), below: below(figure) }));
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row.cells[column]?.length ?? 0)),
  );
  const line = (values: readonly string[]): string =>
    values
      .map((value, column) =>
        column === 0 ? value.padEnd(widths[column] ?? 0) : value.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const body = rows.flatMap((row) => [line(row.cells), ...row.below.map((text) => `    ${text}`)]);
  return [title, line(HEADS), ...body, ''].join('\n');
}
