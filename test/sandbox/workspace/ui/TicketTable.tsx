import { Fragment, useState } from 'react';
import styled from 'styled-components';
import type { ViewRows } from '../api/shapes-set-up.ts';
import type { Words } from '../i18n/strings.ts';
import { useWords } from '../state/workspace.ts';
import { color } from './color.ts';
import { SelectBox } from './list/SelectBox.tsx';
import { SortHeader } from './list/SortHeader.tsx';
import { type Sort, sortedRows } from './list/sort.ts';
import { TicketRow, useCellText } from './list/TicketRow.tsx';

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;

  th,
  td {
    padding: 9px 10px;
    border-bottom: 1px solid ${color('border.subtle')};
    text-align: left;
    vertical-align: middle;
  }

  th {
    border-bottom-color: ${color('border.default')};
    color: ${color('foreground.subtle')};
    font-size: 12px;
    font-weight: 600;
    white-space: nowrap;
  }

  td {
    max-width: 340px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  tbody tr {
    position: relative;
    cursor: pointer;
  }

  tbody tr[data-selected='true'] {
    background: ${color('background.primaryEmphasis', { transparency: 200 })};
  }

  tbody tr:hover {
    background: ${color('background.primaryEmphasis', { transparency: 100 })};
  }

  a {
    color: ${color('foreground.default')};
    font-weight: 600;
    text-decoration: none;
  }

  a:hover {
    text-decoration: underline;
  }
`;

const GroupRow = styled.tr`
  && {
    background: ${color('background.subtle')};
    cursor: default;
  }

  && th {
    color: ${color('foreground.default')};
    font-size: 13px;
  }
`;

const Empty = styled.p`
  padding: 48px 0;
  color: ${color('foreground.subtle')};
  text-align: center;
`;

interface TicketTableProps {
  title: string;
  table: ViewRows;
  selected: ReadonlySet<number>;
  onSelect: (ids: ReadonlySet<number>) => void;
}

/** The tickets of a view: status first, then the view's own columns; the subject opens the ticket. */
export function TicketTable({ title, table, selected, onSelect }: TicketTableProps) {
  const words = useWords();
  const [sort, setSort] = useState<Sort>();
  const columns = shownColumns(table, words);
  const sorted = { ...table, rows: [...sortedRows(table, sort)] };
  if (table.rows.length === 0) return <Empty>{words.t('emptyView')}</Empty>;
  const ids = table.rows.map((row) => row.ticket.id);
  const toggle = (id: number) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <Table aria-label={title}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 32 }}>
            <SelectBox
              label={words.t('selectAll')}
              isChecked={selected.size === ids.length}
              onChange={() => onSelect(new Set(selected.size === ids.length ? [] : ids))}
            />
          </th>
          <SortHeader column={{ id: 'status', title: words.t('status') }} sort={sort} onSort={setSort} />
          <SortHeader column={{ id: 'id', title: 'ID' }} sort={sort} onSort={setSort} />
          {columns.map((column) => (
            <SortHeader key={column.id} column={column} sort={sort} onSort={setSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.rows.map((row, index) => (
          <Fragment key={row.ticket.id}>
            <GroupHeading table={sorted} index={index} span={columns.length + 3} />
            <TicketRow
              row={row}
              columns={columns}
              isSelected={selected.has(row.ticket.id)}
              onToggle={() => toggle(row.ticket.id)}
            />
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

/** Status and id come first in any case; a view's `description` is what Zendesk calls the subject there. */
function shownColumns(table: ViewRows, words: Words): ViewRows['columns'] {
  return table.columns
    .filter((column) => !['status', 'ticket_id', 'nice_id'].includes(column.id))
    .map((column) => (column.id === 'description' ? { id: 'subject', title: words.t('subject') } : column));
}

/** Above the first row of each group, in a view that groups. */
function GroupHeading({ table, index, span }: { table: ViewRows; index: number; span: number }) {
  const text = useCellText();
  const group = table.view?.execution?.group_by;
  const row = table.rows[index];
  const before = table.rows[index - 1];
  if (group === null || group === undefined || row === undefined) return null;
  const heading = text(row, String(group));
  if (before !== undefined && text(before, String(group)) === heading) return null;
  return (
    <GroupRow>
      <th scope="rowgroup" colSpan={span}>
        {heading}
      </th>
    </GroupRow>
  );
}
