import type { CasesArguments } from './cases-arguments.ts';
import type { CommandParts } from './command-parts.ts';

export interface CasesIo {
  /** The result, on standard output. */
  readonly print: (line: string) => void;
  /** What goes on meanwhile, on standard error. */
  readonly tell: (line: string) => void;
  /** Asks a person, or answers undefined where there is none to ask. */
  readonly ask: (question: string) => Promise<boolean | undefined>;
  readonly signal: AbortSignal;
}

/** One of the commands. Answers the exit code: 0 done, 1 not done or something to see to, 2 asked the wrong way. */
export type CasesCommand = (asked: CasesArguments, parts: CommandParts, io: CasesIo) => Promise<number>;

/** "2026-04-02 09:00Z", or a dash for none. */
export function timeText(at: number | null | undefined): string {
  if (at === null || at === undefined) return '-';
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}

/** Columns of equal width, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Instants as ISO 8601, wherever a number under such a name stands. */
export function withTimes(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, one: unknown) =>
      typeof one === 'number' && /(At|Since|since|^at)$/.test(key) ? new Date(one).toISOString() : one,
    ) ?? 'null',
  );
}
