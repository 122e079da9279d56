import type { ViewRows } from '../api/shapes-set-up.ts';
import type { Dates } from '../i18n/dates.ts';
import type { Words } from '../i18n/strings.ts';
import { type Directory, userName } from '../state/directory.ts';

export type Row = ViewRows['rows'][number];

/** What a cell's text depends on besides the row. */
export interface CellContext {
  directory: Directory;
  dates: Dates;
  words: Words;
  now: number;
}

const people = new Set(['requester', 'assignee', 'submitter', 'updated_by']);

/** A view's cell as a person reads it: names instead of ids, dates in their language, a dash for nothing. */
export function cellText(row: Row, column: string, { directory, dates, words, now }: CellContext): string {
  if (people.has(column)) {
    const id = row[`${column}_id`] ?? row[column];
    return typeof id === 'number' ? userName(directory, id) : '–';
  }
  if (column === 'group') {
    const id = row.group_id ?? row.group;
    return directory.groups.find((group) => group.id === id)?.name ?? '–';
  }
  if (column === 'organization') {
    return directory.organizations.find((it) => it.id === row.organization_id)?.name ?? '–';
  }
  const value = row[column] ?? customValue(row, column);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return dates.message(value, now);
  if (column === 'status') return words.value('status', row.ticket.status);
  if (column === 'priority' || column === 'type') return words.value(column, String(value ?? '–'));
  const field = directory.fields.find((it) => String(it.id) === column.replace('custom_fields_', ''));
  const option = field?.custom_field_options.find((it) => it.value === value);
  if (field?.type === 'date' && typeof value === 'string') {
    return dates.short(`${value}T12:00:00Z`, 0);
  }
  if (Array.isArray(value)) return value.join(' ');
  return option?.name ?? (value === null || value === undefined || value === '' ? '–' : String(value));
}

/** A custom column's value: views list them by field id in a list of their own. */
function customValue(row: Row, column: string): unknown {
  const id = column.replace('custom_fields_', '');
  const lists = [row.custom_fields, row.fields, row.ticket.custom_fields];
  for (const list of lists) {
    if (!Array.isArray(list)) continue;
    for (const item of list) {
      if (
        typeof item === 'object' &&
        item !== null &&
        'id' in item &&
        'value' in item &&
        String(item.id) === id
      ) {
        return item.value;
      }
    }
  }
  return undefined;
}
