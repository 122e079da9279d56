/** Excel takes a file for UTF-8 only where it begins with this. */
export const CSV_BEGIN = '\uFEFF';

/** What a spreadsheet may take for a formula (OWASP, "CSV Injection"), behind spaces too. */
const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;

/** A cell, as text: never a formula, quoted where it must be. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line with its end, as RFC 4180 writes it. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
