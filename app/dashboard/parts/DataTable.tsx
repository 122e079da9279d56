import type { ReactNode } from 'react';
import styled from 'styled-components';
import { CaseTable, Scroll } from './CaseTable.tsx';

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

const Table = styled(CaseTable)`
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
    padding-right: 12px;
    white-space: nowrap;
  }

  & thead th {
    white-space: normal;
  }

  & td:not(:first-child),
  & thead th:not(:first-child) {
    text-align: right;
  }
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
