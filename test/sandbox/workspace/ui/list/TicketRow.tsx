import type { ViewRows } from '../../api/shapes-set-up.ts';
import { useDates, useDirectory, useWords, useWorkspace } from '../../state/workspace.ts';
import { cellText, type Row } from '../cell-text.ts';
import { PlaceLink } from '../PlaceLink.tsx';
import { StatusBadge } from '../StatusBadge.tsx';
import { SelectBox } from './SelectBox.tsx';

interface TicketRowProps {
  row: Row;
  columns: ViewRows['columns'];
  isSelected: boolean;
  onToggle: () => void;
}

/** One ticket of a list; a press anywhere on it opens the ticket. */
export function TicketRow({ row, columns, isSelected, onToggle }: TicketRowProps) {
  const { navigation } = useWorkspace();
  const words = useWords();
  const { id, status } = row.ticket;
  const hasSubject = columns.some((column) => column.id === 'subject');
  return (
    <tr
      data-selected={isSelected}
      onClick={(event) => {
        // The box selects, the link knows by itself.
        if (event.target instanceof Element && event.target.closest('input, label, a')) return;
        navigation.go({ page: 'ticket', ticket: id });
      }}
    >
      <td>
        <SelectBox label={words.t('selectTicket', { id })} isChecked={isSelected} onChange={onToggle} />
      </td>
      <td>
        <StatusBadge status={status} customId={customStatusOf(row)} />
      </td>
      <td>{hasSubject ? `#${id}` : <PlaceLink to={{ page: 'ticket', ticket: id }}>#{id}</PlaceLink>}</td>
      {columns.map((column) => (
        <td key={column.id}>
          <Cell row={row} column={column.id} />
        </td>
      ))}
    </tr>
  );
}

function customStatusOf(row: Row): number | null {
  const id = row.ticket.custom_status_id;
  return typeof id === 'number' ? id : null;
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

/** What a cell reads, in the signed-in person's language. */
export function useCellText(): (row: Row, column: string) => string {
  const directory = useDirectory();
  const dates = useDates();
  const words = useWords();
  const { clock } = useWorkspace();
  return (row, column) => cellText(row, column, { directory, dates, words, now: clock.now() });
}
