import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import { Dialog } from '../Dialog.tsx';

interface DeleteDialogProps {
  ids: readonly number[];
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks once more, then deletes; the tickets' tabs close with them. */
export function DeleteDialog({ ids, onClose, onDeleted }: DeleteDialogProps) {
  const { rest, tabs, notify } = useWorkspace();
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const [first] = ids;
  const text =
    ids.length === 1 && first !== undefined
      ? words.t('deleteOneQuestion', { id: first })
      : words.t('deleteManyQuestion', { n: ids.length });
  const remove = async () => {
    setBusy(true);
    try {
      if (ids.length === 1 && first !== undefined) await rest.deleteTicket(first);
      else await rest.deleteMany(ids);
      onClose();
      onDeleted();
      for (const id of ids) tabs.close(`ticket/${id}`);
      notify({ text: words.t('deleted', { n: ids.length }), kind: 'success', duration: 4000 });
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 8000 });
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={words.t('deleteTicket')}
      onClose={onClose}
      width={440}
      actions={
        <>
          <Button isBasic size="small" onClick={onClose}>
            {words.t('cancel')}
          </Button>
          <Button isPrimary isDanger size="small" disabled={isBusy} onClick={() => void remove()}>
            {words.t('delete')}
          </Button>
        </>
      }
    >
      {text}
    </Dialog>
  );
}
