import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { useWords } from '../../state/workspace.ts';
import { color } from '../color.ts';
import { DeleteDialog } from '../ticket/DeleteDialog.tsx';
import { BulkDialog } from './BulkDialog.tsx';

const Bar = styled.section`
  position: sticky;
  bottom: 0;
  display: flex;
  align-items: center;
  width: fit-content;
  margin: 16px auto 0;
  gap: 12px;
  padding: 10px 16px;
  border: 1px solid ${color('border.default')};
  border-radius: 8px;
  background: ${color('background.raised')};
  box-shadow: 0 8px 20px ${color('shadow.medium')};
`;

interface BulkBarProps {
  ids: readonly number[];
  /** Takes the selection away. */
  onDone: () => void;
}

/** What can be done with the selected tickets. */
export function BulkBar({ ids, onDone }: BulkBarProps) {
  const words = useWords();
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const close = () => setDialog(undefined);
  return (
    <Bar aria-label={words.t('selection')}>
      <b>{words.t('selected', { n: ids.length })}</b>
      <Button size="small" isPrimary onClick={() => setDialog('edit')}>
        {ids.length === 1 ? words.t('editOneTicket') : words.t('editTickets', { n: ids.length })}
      </Button>
      <Button size="small" isDanger onClick={() => setDialog('delete')}>
        {words.t('delete')}
      </Button>
      <Button size="small" isBasic onClick={onDone}>
        {words.t('clearSelection')}
      </Button>
      {dialog === 'edit' && <BulkDialog ids={ids} onClose={close} onDone={onDone} />}
      {dialog === 'delete' && <DeleteDialog ids={ids} onClose={close} onDeleted={onDone} />}
    </Bar>
  );
}
