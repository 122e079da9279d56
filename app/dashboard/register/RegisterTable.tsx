import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { ForScreenReaders } from '../../ui/layout.tsx';
import type { Case } from '../api/cases.ts';
import { useBoard } from '../BoardContext.tsx';
import { CaseFileButton } from '../parts/CaseFileButton.tsx';
import { CaseTable, Scroll } from '../parts/CaseTable.tsx';
import { COLUMN_PARTS, type ColumnName } from './columns.tsx';
import { useRowWords } from './use-row-words.ts';

const Sort = styled.button`
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;

  &:hover {
    text-decoration: underline;
  }

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 2px;
  }
`;

const Row = styled.tr`
  cursor: pointer;
`;

export interface Sorting {
  /** The service's name, with a minus for downwards. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

function Heading({ name, sort, onSort }: { name: ColumnName } & Sorting) {
  const { say } = useBoard().language;
  const { heading, sort: by } = COLUMN_PARTS[name];
  if (by === undefined) return <th scope="col">{say(heading)}</th>;
  const isUp = sort === by;
  const isDown = sort === `-${by}`;
  return (
    <th scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <Sort type="button" onClick={() => onSort(isUp ? `-${by}` : by)}>
        {say(heading)}
        <span aria-hidden="true">{isUp ? ' ↑' : isDown ? ' ↓' : ''}</span>
      </Sort>
    </th>
  );
}

export interface RegisterTableProps extends Sorting {
  readonly rows: readonly Case[];
  readonly columns: readonly ColumnName[];
  readonly now: number;
  readonly zone: string;
}

/** The rows of a page of the register; each opens its ticket. */
export function RegisterTable({ rows, columns, now, zone, ...sorting }: RegisterTableProps) {
  const { host, language } = useBoard();
  const { say } = language;
  const words = useRowWords(rows, { now, zone });
  const open = (target: EventTarget, id: number): void => {
    // Buttons in a row do what they say.
    if (target instanceof Element && !target.closest('button')) host.openTicket(id);
  };
  return (
    <Scroll>
      <CaseTable>
        <thead>
          <tr>
            {columns.map((name) => (
              <Heading key={name} name={name} {...sorting} />
            ))}
            <th scope="col" data-print="no">
              <ForScreenReaders>{say('caseFile.title')}</ForScreenReaders>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // The number in the row is a button for who has no mouse.
            <Row key={row.ticketId} onClick={({ target }) => open(target, row.currentTicketId)}>
              {columns.map((name) => (
                <td key={name}>{COLUMN_PARTS[name].cell(row, words)}</td>
              ))}
              <td data-print="no">
                <CaseFileButton id={row.ticketId} />
              </td>
            </Row>
          ))}
        </tbody>
      </CaseTable>
    </Scroll>
  );
}
