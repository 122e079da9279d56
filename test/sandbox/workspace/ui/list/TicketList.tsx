import { Button } from '@zendeskgarden/react-buttons';
import { type ReactNode, useState } from 'react';
import styled from 'styled-components';
import type { ViewRows } from '../../api/shapes-set-up.ts';
import { useWords } from '../../state/workspace.ts';
import { color } from '../color.ts';
import { TicketTable } from '../TicketTable.tsx';
import { BulkBar } from './BulkBar.tsx';

const Main = styled.main`
  flex: 1;
  min-width: 0;
  overflow: auto;
  padding: 20px 24px;

  h1 {
    margin: 0 0 4px;
    font-size: 20px;
    font-weight: 600;
  }
`;

const Count = styled.p`
  margin: 0 0 16px;
  color: ${color('foreground.subtle')};
`;

const Pager = styled.nav`
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 12px;
  padding: 16px;
`;

interface TicketListProps {
  title: string;
  /** Undefined while it is read. */
  table: ViewRows | undefined;
  count: number;
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** Above the list, such as a search's words. */
  children?: ReactNode;
}

/** A list of tickets with its count, the selection's actions and its pages. */
export function TicketList({ title, table, count, page, pages, onPage, children }: TicketListProps) {
  const words = useWords();
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  // A ticket that has left the list is selected no longer.
  const present = table?.rows.map((row) => row.ticket.id).filter((id) => selected.has(id)) ?? [];
  return (
    <Main aria-label={title}>
      <h1>{title}</h1>
      {children}
      <Count>
        {table ? (count === 1 ? words.t('oneTicket') : words.t('tickets', { n: count })) : words.t('loading')}
      </Count>
      {table && (
        <TicketTable title={title} table={table} selected={new Set(present)} onSelect={setSelected} />
      )}
      {pages > 1 && (
        <Pager aria-label={words.t('pages')}>
          <Button size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {words.t('previousPage')}
          </Button>
          {words.t('pageOf', { page, pages })}
          <Button size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {words.t('nextPage')}
          </Button>
        </Pager>
      )}
      {present.length > 0 && <BulkBar ids={present} onDone={() => setSelected(new Set())} />}
    </Main>
  );
}
