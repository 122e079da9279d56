import type { ViewRows } from '../../api/shapes-set-up.ts';

export interface Sort {
  column: string;
  order: 'asc' | 'desc';
}

type Row = ViewRows['rows'][number];

const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const priorities = ['low', 'normal', 'high', 'urgent'];

/** The rows of the page sorted by a column, each group for itself; unsorted as the view has them. */
export function sortedRows(table: ViewRows, sort: Sort | undefined): readonly Row[] {
  if (sort === undefined) return table.rows;
  const groups = [...new Set(table.rows.map(groupOf))];
  const sign = sort.order === 'desc' ? -1 : 1;
  return table.rows.toSorted((a, b) => {
    const group = groups.indexOf(groupOf(a)) - groups.indexOf(groupOf(b));
    return group || compare(keyOf(a, sort.column), keyOf(b, sort.column)) * sign;
  });
}

const groupOf = (row: Row) => JSON.stringify(row.group ?? null);

function keyOf(row: Row, column: string): string | number {
  if (column === 'id') return row.ticket.id;
  if (column === 'status') return statuses.indexOf(row.ticket.status);
  if (column === 'priority') return priorities.indexOf(String(row.priority));
  const value = row[column] ?? row[`${column}_id`];
  return typeof value === 'number' ? value : String(value ?? '');
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
