import { useState } from 'react';
import { z } from 'zod/mini';
import { isReference } from '../../../../domain/noted.ts';
import type { TextKey } from '../../../ui/language.ts';
import { useKept } from '../../../ui/use-kept.ts';
import { metadataTime } from '../../record/event.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { MomentField } from '../shared/MomentField.tsx';
import { momentSchema, readMoment, typedMoment } from '../shared/moment.ts';
import { ReferenceField } from '../shared/ReferenceField.tsx';
import { useOmbudsman } from '../shared/use-ombudsman.ts';
import { useTelling } from '../shared/use-telling.ts';

const entrySchema = z.object({ moment: momentSchema, reference: z.string() });

/** The customer has gone to the ombudsman. */
export function ReferForm({ record, reading, onClose }: ActionProps) {
  const { language, when, now } = reading;
  const { say } = language;
  const name = useOmbudsman(language);
  const kept = useKept('refer', { moment: typedMoment(now, when.zone), reference: '' }, entrySchema);
  const [fault, setFault] = useState<TextKey>();
  const [wrong, setWrong] = useState(false);
  const { tell, ...telling } = useTelling();
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    const notBefore = record.events.find(({ kind }) => kind === 'received')?.at;
    const read = readMoment(kept.value.moment, { zone: when.zone, now, notBefore });
    const reference = kept.value.reference.trim();
    const isWrong = reference !== '' && !isReference(reference);
    setFault(read.ok ? undefined : read.fault);
    setWrong(isWrong);
    if (!read.ok || isWrong) return;
    const values = { when: when.moment(read.at), reference };
    const note = reference ? say('referral.note', values) : say('referral.notePlain', values);
    const complaint = {
      event: 'referred',
      at: metadataTime(read.at),
      ...(reference ? { reference } : {}),
    } as const;
    void tell({ complaint, note }, done);
  };

  return (
    <ActionForm
      title={say('referral.record')}
      text={name ? say('referral.recordText', { name }) : say('referral.recordPlain')}
      submit={say('referral.submit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <MomentField
        legend={say('referral.on')}
        value={kept.value.moment}
        onChange={(moment) => {
          kept.change({ moment });
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
