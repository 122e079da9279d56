import { useState } from 'react';
import { z } from 'zod/mini';
import type { TextKey } from '../../../ui/language.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { metadataTime } from '../../record/event.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { MomentField } from '../shared/MomentField.tsx';
import { momentSchema, readMoment, typedMoment } from '../shared/moment.ts';
import { useTelling } from '../shared/use-telling.ts';

const WAYS = ['phone', 'email', 'letter', 'other'] as const;
const NAMES: Readonly<Record<(typeof WAYS)[number], TextKey>> = {
  phone: 'withdraw.phone',
  email: 'withdraw.email',
  letter: 'withdraw.letter',
  other: 'withdraw.other',
};

const entrySchema = z.object({ how: z.optional(z.enum(WAYS)), moment: momentSchema });
type Faults = { readonly how?: TextKey; readonly moment?: TextKey };

/** The customer takes the complaint back: how they said so, and when. */
export function WithdrawForm({ record, reading, onClose }: ActionProps) {
  const { language, when, now } = reading;
  const { say } = language;
  const kept = useKept('withdraw', { moment: typedMoment(now, when.zone) }, entrySchema);
  const { how, moment } = kept.value;
  const [faults, setFaults] = useState<Faults>({});
  const { tell, ...telling } = useTelling();
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    const notBefore = record.events.find(({ kind }) => kind === 'received')?.at;
    const read = readMoment(moment, { zone: when.zone, now, notBefore });
    setFaults({
      ...(how ? {} : { how: 'withdraw.howMissing' }),
      ...(read.ok ? {} : { moment: read.fault }),
    });
    if (!how || !read.ok) return;
    const note = say('withdraw.note', { how: say(NAMES[how]), when: when.moment(read.at) });
    void tell({ complaint: { event: 'withdrawn', at: metadataTime(read.at) }, note }, done);
  };

  return (
    <ActionForm
      title={say('withdraw.title')}
      text={say('withdraw.text')}
      submit={say('withdraw.submit')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <Segmented
        legend={say('withdraw.how')}
        options={WAYS.map((value) => ({ value, label: say(NAMES[value]) }))}
        value={how}
        onChange={(chosen) => {
          kept.change({ how: chosen });
          setFaults({});
        }}
        error={faults.how && say(faults.how)}
      />
      <MomentField
        legend={say('withdraw.when')}
        value={moment}
        onChange={(typed) => {
          kept.change({ moment: typed });
          setFaults({});
        }}
        fault={faults.moment && say(faults.moment)}
      />
    </ActionForm>
  );
}
