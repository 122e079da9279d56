import { useState } from 'react';
import { z } from 'zod/mini';
import type { TextKey } from '../../../ui/language.ts';
import { useKept } from '../../../ui/use-kept.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { OptionField } from '../shared/OptionField.tsx';
import { useTelling } from '../shared/use-telling.ts';
import { WordsField } from '../shared/WordsField.tsx';

const REASONS = ['question', 'fault', 'duplicate', 'mistake', 'other'] as const;
const NAMES: Readonly<Record<(typeof REASONS)[number], TextKey>> = {
  question: 'notComplaint.question',
  fault: 'notComplaint.fault',
  duplicate: 'notComplaint.duplicate',
  mistake: 'notComplaint.mistake',
  other: 'notComplaint.other',
};

const entrySchema = z.object({ code: z.optional(z.enum(REASONS)), words: z.string() });

/** Ends a case that never was one, with the reason that the lead sees. */
export function NotAComplaintForm({ reading: { language }, onClose }: ActionProps) {
  const { say } = language;
  const kept = useKept('not_a_complaint', { words: '' }, entrySchema);
  const { code, words } = kept.value;
  const [shown, setShown] = useState(false);
  const { tell, ...telling } = useTelling();
  const own = words.trim();
  const complete = code !== undefined && (code !== 'other' || own !== '');
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    setShown(true);
    if (!code || !complete) return;
    const reason = [code === 'other' ? '' : say(NAMES[code]), own].filter((part) => part !== '').join('. ');
    const note = say('notComplaint.note', { reason });
    void tell({ complaint: { event: 'not_a_complaint', reason: code }, note }, done);
  };
  const missing = shown && !complete ? say('act.reasonMissing') : undefined;

  return (
    <ActionForm
      title={say('notComplaint.title')}
      text={say('notComplaint.text')}
      submit={say('notComplaint.submit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <OptionField
        label={say('act.reason')}
        options={REASONS.map((value) => ({ value, label: say(NAMES[value]) }))}
        none={say('act.choose')}
        value={code}
        onChange={(chosen) => kept.change({ code: chosen })}
        fault={code ? undefined : missing}
      />
      <WordsField
        label={say('act.words')}
        value={words}
        onChange={(typed) => kept.change({ words: typed })}
        fault={code ? missing : undefined}
      />
    </ActionForm>
  );
}
