import { useState } from 'react';
import { z } from 'zod/mini';
import { type Deadline, openDeadlines } from '../../../../domain/deadline.ts';
import type { Policy } from '../../../../domain/policy.ts';
import { AlertIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { dutyName } from '../../model/duty-names.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useTelling } from '../shared/use-telling.ts';
import { WordsField } from '../shared/WordsField.tsx';

/** Whether closing gives the duty up; some rules end with a settled complaint (`blocksClosing`). */
function isGivenUp({ regime, duty }: Deadline, policy: Policy | undefined): boolean {
  const rule = policy?.regimes.find(({ id }) => id === regime)?.duties.find(({ id }) => id === duty);
  return rule?.blocksClosing ?? true;
}

/** Solves the ticket and closes the case, in one update. */
export function CloseForm({ deadlines, reading, onClose }: ActionProps) {
  const { say } = reading.language;
  const { policy } = useSidebar();
  const kept = useKept('close', '', z.string());
  const [shown, setShown] = useState(false);
  const { tell, ...telling } = useTelling();
  const owed = openDeadlines(deadlines, reading.now).filter((one) => isGivenUp(one, policy));
  const names = owed.map(({ duty }) => dutyName(duty, 'open', reading)).join(', ');
  const reason = kept.value.trim();
  const done = (): void => {
    kept.clear();
    onClose();
  };
  const submit = (): void => {
    setShown(true);
    if (names && !reason) return;
    const note = names ? say('closed.closeNoteWhy', { owed: names, reason }) : say('closed.closeNote');
    const why = names ? { reason: 'stated' } : {};
    void tell({ complaint: { event: 'closed', ...why }, note, change: () => ({ status: 'solved' }) }, done);
  };
  return (
    <ActionForm
      title={say('closed.closeTitle')}
      text={say('closed.closeText')}
      submit={say('closed.closeSubmit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      {names ? (
        <>
          <Notice warning icon={<AlertIcon />} title={`${say('closed.stillOwed')}: ${names}`}>
            {say('closed.givesUp')}
          </Notice>
          <WordsField
            label={say('act.reason')}
            value={kept.value}
            onChange={kept.set}
            fault={shown && !reason ? say('act.reasonMissing') : undefined}
          />
        </>
      ) : null}
    </ActionForm>
  );
}
