import { useState } from 'react';
import type { Ticket } from '../../api/shapes.ts';
import { useWords } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { MergeConfirm } from './MergeConfirm.tsx';
import { MergeTarget } from './MergeTarget.tsx';

interface MergeDialogProps {
  model: TicketModel;
  id: number;
  onClose: () => void;
}

/** Merges this ticket into another: first which one, then what is written on both. */
export function MergeDialog({ model, id, onClose }: MergeDialogProps) {
  const words = useWords();
  const [target, setTarget] = useState<Ticket>();
  return target === undefined ? (
    <MergeTarget model={model} id={id} onClose={onClose} onChosen={setTarget} />
  ) : (
    <MergeConfirm
      id={id}
      target={target}
      onClose={onClose}
      targetText={words.t('mergedFrom', { id, subject: model.store.get().ticket.subject ?? '' })}
      sourceText={words.t('mergedInto', { id: target.id, subject: target.subject ?? '' })}
    />
  );
}
