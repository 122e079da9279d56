import { useState } from 'react';
import { z } from 'zod/mini';
import { Help } from '../../../ui/layout.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import type { Ticket } from '../../../zaf/tickets.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useTelling } from '../shared/use-telling.ts';
import { WordsField } from '../shared/WordsField.tsx';

/** Only a solved ticket changes its status with it; one that is open already stays as it is. */
const opened = ({ status }: Ticket) => (status === 'solved' ? ({ status: 'open' } as const) : {});

/** Takes a case up again that was closed or ended. A ticket that Zendesk has locked can't be. */
export function ReopenForm({ reading: { language }, onClose }: ActionProps) {
  const { say } = language;
  const { ticket } = useSidebar();
  const kept = useKept('reopen', '', z.string());
  const [shown, setShown] = useState(false);
  const { tell, ...telling } = useTelling();
  const reason = kept.value.trim();
  const done = (): void => {
    kept.clear();
    onClose();
  };
  const submit = (): void => {
    setShown(true);
    if (!reason) return;
    const note = say('closed.reopenNote', { reason });
    void tell({ complaint: { event: 'reopened', reason: 'stated' }, note, change: opened }, done);
  };
  if (ticket.status === 'closed') {
    return (
      <ActionForm title={say('closed.reopenTitle')} onCancel={done}>
        <Help style={{ textAlign: 'left' }}>{say('closed.locked')}</Help>
      </ActionForm>
    );
  }
  return (
    <ActionForm
      title={say('closed.reopenTitle')}
      text={say('closed.reopenText')}
      submit={say('closed.reopen')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <WordsField
        label={say('act.reason')}
        value={kept.value}
        onChange={kept.set}
        fault={shown && !reason ? say('act.reasonMissing') : undefined}
      />
    </ActionForm>
  );
}
