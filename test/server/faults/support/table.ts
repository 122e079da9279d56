/** A row of the table of results, as texts. */
export interface Row {
  readonly fault: string;
  readonly call: string;
  readonly strikes: string;
  readonly outcome: string;
  readonly afterwards: string;
  readonly calls: string;
  readonly seconds: string;
}

const HEAD: Row = {
  fault: 'fault',
  call: 'at',
  strikes: 'strikes',
  outcome: 'what came of it',
  afterwards: 'and once mended',
  calls: 'calls',
  seconds: 'seconds',
};
const COLUMNS = ['fault', 'call', 'strikes', 'outcome', 'afterwards', 'calls', 'seconds'] as const;

/** The rows in columns, for a terminal. */
export function tableText(rows: readonly Row[]): string {
  const all = [HEAD, ...rows];
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) => COLUMNS.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join('  '))
    .join('\n');
}
