import type { ReactNode } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';

/** A cell: what is shown; `text` is what an export writes where that is more than a text. */
export type Cell = string | number | { readonly text: string; readonly shown: ReactNode };

export interface Tabular {
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const cellText = (cell: Cell): string => (typeof cell === 'object' ? cell.text : String(cell));
const cellShown = (cell: Cell): ReactNode => (typeof cell === 'object' ? cell.shown : cell);

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 13px;
  line-height: 18px;
  font-variant-numeric: tabular-nums;

  /* The heading above says the same. */
  & caption {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  & th,
  & td {
    padding: 6px 12px 6px 0;
    border-bottom: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
    text-align: left;
    vertical-align: top;
    white-space: nowrap;
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }

  & thead th {
    color: ${color('foreground.subtle')};
    font-size: 12px;
    white-space: normal;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }

  & td:not(:first-child),
  & thead th:not(:first-child) {
    text-align: right;
  }
`;

const Scroll = styled.div`
  overflow-x: auto;
`;

function Rows({ columns, rows }: Pick<Tabular, 'columns' | 'rows'>) {
  return (
    <>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr key={head === undefined ? '' : cellText(head)}>
            <th scope="row">{head === undefined ? '' : cellShown(head)}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cellShown(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** The figures of a chart as a table, in sight. */
export function DataTable({ caption, columns, rows }: Tabular) {
  return (
    <Scroll>
      <Table>
        <caption>{caption}</caption>
        <Rows columns={columns} rows={rows} />
      </Table>
    </Scroll>
  );
}

/** The same for screen readers only, as plain text: nothing in it takes the focus. */
export function HiddenTable({ caption, columns, rows }: Tabular) {
  return (
    <table>
      <caption>{caption}</caption>
      <Rows columns={columns} rows={rows.map((row) => row.map(cellText))} />
    </table>
  );
}
