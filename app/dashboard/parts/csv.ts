import { cellText, type Tabular } from './DataTable.tsx';

/** What a spreadsheet would take for a formula gets an apostrophe in front (OWASP: CSV injection). */
function safe(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table as CSV with a byte order mark, so that spreadsheets read its letters right. */
export function csvOf({ columns, rows }: Pick<Tabular, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows.map((row) => row.map(cellText))];
  return `\uFEFF${lines.map((line) => line.map(safe).join(',')).join('\r\n')}\r\n`;
}
