import { useState } from 'react';
import { z } from 'zod/mini';
import { useKept } from '../../../ui/use-kept.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useTelling } from '../shared/use-telling.ts';
import { WordsField } from '../shared/WordsField.tsx';

/** What the company has learnt from the complaint: in the agent's words in the internal note, counted in the figures. */
export function LessonForm({ reading: { language }, onClose }: ActionProps) {
  const { say } = language;
  const kept = useKept('lesson', '', z.string());
  const [missing, setMissing] = useState(false);
  const { tell, ...telling } = useTelling();
  const words = kept.value.trim();
  const done = (): void => {
    kept.clear();
    onClose();
  };
  const submit = (): void => {
    setMissing(words === '');
    if (words === '') return;
    void tell({ complaint: { event: 'noted', topic: 'lesson' }, note: say('lesson.note', { words }) }, done);
  };
  return (
    <ActionForm
      title={say('lesson.title')}
      text={say('lesson.text')}
      submit={say('lesson.submit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <WordsField
        label={say('lesson.label')}
        value={kept.value}
        onChange={(typed) => {
          kept.set(typed);
          setMissing(false);
        }}
        fault={missing ? say('lesson.missing') : undefined}
      />
    </ActionForm>
  );
}
