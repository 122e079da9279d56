import { useState } from 'react';
import { z } from 'zod/mini';
import { localDateAt } from '../../../../domain/local-date.ts';
import { isReference } from '../../../../domain/noted.ts';
import type { TextKey } from '../../../ui/language.ts';
import { useKept } from '../../../ui/use-kept.ts';
import { referenceOf } from '../../model/referral.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { DayField } from '../shared/DayField.tsx';
import { dateSchema } from '../shared/moment.ts';
import { ReferenceField } from '../shared/ReferenceField.tsx';
import { useTelling } from '../shared/use-telling.ts';

const entrySchema = z.object({ date: z.optional(dateSchema), reference: z.string() });

/** The date that the ombudsman has set for the case file; a new one takes the place of the old. */
export function OmbudsmanDateForm({ record, reading, onClose }: ActionProps) {
  const { language, when, now, calendar } = reading;
  const { say } = language;
  const { caseAnswer } = useSidebar();
  const known = referenceOf(record, caseAnswer?.ok ? caseAnswer.value.events : []) ?? '';
  const kept = useKept('ombudsman_date', { reference: known }, entrySchema);
  const [fault, setFault] = useState<TextKey>();
  const [wrong, setWrong] = useState(false);
  const { tell, ...telling } = useTelling();
  const today = localDateAt(now, calendar.zone);
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    const { date } = kept.value;
    const reference = kept.value.reference.trim();
    const isWrong = reference !== '' && !isReference(reference);
    setFault(date === undefined ? 'act.dateMissing' : date < today ? 'referral.past' : undefined);
    setWrong(isWrong);
    if (date === undefined || date < today || isWrong) return;
    const note = say('referral.dateNote', { date: when.longDay(date) });
    const named = reference ? { reference } : {};
    const complaint = { event: 'noted', topic: 'ombudsman_date', due_date: date, ...named } as const;
    void tell({ complaint, note }, done);
  };

  return (
    <ActionForm
      title={say('referral.dateTitle')}
      text={say('referral.dateText')}
      submit={say('referral.dateSubmit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <DayField
        label={say('referral.due')}
        value={kept.value.date}
        min={today}
        onChange={(date) => {
          kept.change({ date });
          setFault(undefined);
        }}
        fault={fault && say(fault)}
      />
      <ReferenceField
        value={kept.value.reference}
        onChange={(reference) => kept.change({ reference })}
        wrong={wrong}
      />
    </ActionForm>
  );
}
