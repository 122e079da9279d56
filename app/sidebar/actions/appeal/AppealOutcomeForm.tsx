import { useState } from 'react';
import { z } from 'zod/mini';
import type { Outcome } from '../../../../domain/events.ts';
import { useKept } from '../../../ui/use-kept.ts';
import { useAction } from '../../use-action.ts';
import { OutcomeChoice } from '../../views/OutcomeChoice.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useLetter } from '../shared/use-letter.ts';

const entrySchema = z.object({ outcome: z.optional(z.enum(['upheld', 'partly_upheld', 'not_upheld'])) });
const EMPTY: { outcome?: Outcome | undefined } = {};

/** What came of the appeal: its outcome, then the text goes into the reply. */
export function AppealOutcomeForm({ reading: { language }, onClose }: ActionProps) {
  const { say } = language;
  const kept = useKept('appeal_respond', EMPTY, entrySchema);
  const { outcome } = kept.value;
  const [missing, setMissing] = useState(false);
  const letter = useLetter();
  const { run, ...action } = useAction();
  const done = (): void => {
    kept.clear();
    onClose();
  };
  const insert = (): void => {
    setMissing(!outcome);
    if (!outcome) return;
    void run(async () => {
      await letter('appeal_responded', say('appeal.outcome'), { outcome });
      done();
    });
  };
  return (
    <ActionForm
      title={say('appeal.outcome')}
      text={say('appeal.outcomeText')}
      submit={say('response.insert')}
      help={say('act.sentLater')}
      onSubmit={insert}
      onCancel={done}
      {...action}
    >
      <OutcomeChoice
        value={outcome}
        onChange={(chosen) => kept.change({ outcome: chosen })}
        error={missing && !outcome ? say('response.missing') : undefined}
      />
    </ActionForm>
  );
}
