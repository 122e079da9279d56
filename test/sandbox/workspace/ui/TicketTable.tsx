import { Fragment } from 'react';
import styled from 'styled-components';
import type { ViewRows } from '../api/shapes.ts';
import type { Words } from '../i18n/strings.ts';
import { useDates, useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import { cellText, type Row } from './cell-text.ts';
import { color } from './color.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { StatusBadge } from './StatusBadge.tsx';

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

/** The tickets of a view: status first, then the view's own columns; the subject opens the ticket. */
export function TicketTable({ title, table }: { title: string; table: ViewRows }) {
  const { navigation } = useWorkspace();
  const words = useWords();
  const columns = shownColumns(table, words);
  const hasSubject = columns.some((column) => column.id === 'subject');
  if (table.rows.length === 0) return <Empty>{words.t('emptyView')}</Empty>;
  return (
    <Table aria-label={title}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 90 }}>
            {words.t('status')}
          </th>
          <th scope="col" style={{ width: 60 }}>
            ID
          </th>
          {columns.map((column) => (
            <th scope="col" key={column.id}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <Fragment key={row.ticket.id}>
            <GroupHeading table={table} index={index} span={columns.length + 2} />
            <tr onClick={() => navigation.go({ page: 'ticket', ticket: row.ticket.id })}>
              <td>
                <StatusBadge status={row.ticket.status} />
              </td>
              <td>
                {hasSubject ? (
                  `#${row.ticket.id}`
                ) : (
                  <PlaceLink to={{ page: 'ticket', ticket: row.ticket.id }}>#{row.ticket.id}</PlaceLink>
                )}
              </td>
              {columns.map((column) => (
                <td key={column.id}>
                  <Cell row={row} column={column.id} />
                </td>
              ))}
            </tr>
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

function Cell({ row, column }: { row: Row; column: string }) {
  const text = useCellText();
  if (column !== 'subject') return <>{text(row, column)}</>;
  return (
    <PlaceLink to={{ page: 'ticket', ticket: row.ticket.id }}>
      {row.ticket.subject ?? `#${row.ticket.id}`}
    </PlaceLink>
  );
}

function useCellText(): (row: Row, column: string) => string {
  const directory = useDirectory();
  const dates = useDates();
  const words = useWords();
  const { clock } = useWorkspace();
  return (row, column) => cellText(row, column, { directory, dates, words, now: clock.now() });
}
