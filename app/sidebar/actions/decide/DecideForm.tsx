import { Checkbox, Field } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { z } from 'zod';
import { DECISIONS, type Decision } from '../../../../domain/events.ts';
import type { TextKey } from '../../../ui/language.ts';
import { useKept } from '../../../ui/use-kept.ts';
import { referredAt } from '../../model/referral.ts';
import { metadataTime } from '../../record/event.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { MomentField } from '../shared/MomentField.tsx';
import { momentSchema, readMoment, typedMoment } from '../shared/moment.ts';
import { OptionField } from '../shared/OptionField.tsx';
import { useTelling } from '../shared/use-telling.ts';

const NAMES: Readonly<Record<Decision, TextKey>> = {
  upheld: 'referral.upheld',
  partly_upheld: 'referral.partly',
  not_upheld: 'referral.notUpheld',
  settled: 'referral.settled',
};

const entrySchema = z.object({
  decision: z.enum(DECISIONS).optional(),
  moment: momentSchema,
  accepted: z.boolean(),
});

/** What the ombudsman has decided, and whether the company takes it. */
export function DecideForm({ record, reading, onClose }: ActionProps) {
  const { language, when, now } = reading;
  const { say } = language;
  const initial: z.output<typeof entrySchema> = { moment: typedMoment(now, when.zone), accepted: true };
  const kept = useKept('decide', initial, entrySchema);
  const { decision, moment, accepted } = kept.value;
  const [missing, setMissing] = useState(false);
  const [fault, setFault] = useState<TextKey>();
  const { tell, ...telling } = useTelling();
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    const limits = {
      zone: when.zone,
      now,
      notBefore: referredAt(record),
      earlyText: 'referral.early',
    } as const;
    const read = readMoment(moment, limits);
    setMissing(!decision);
    setFault(read.ok ? undefined : read.fault);
    if (!decision || !read.ok) return;
    const values = { decision: say(NAMES[decision]), when: when.moment(read.at) };
    const words = [
      say('referral.decisionNote', values),
      ...(accepted ? [say('referral.decisionAccepted')] : []),
    ];
    const complaint = { event: 'decided', decision, accepted, at: metadataTime(read.at) } as const;
    void tell({ complaint, note: words.join(' ') }, done);
  };

  return (
    <ActionForm
      title={say('referral.decision')}
      text={say('referral.decisionText')}
      submit={say('referral.decision')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <OptionField
        label={say('referral.which')}
        options={DECISIONS.map((value) => ({ value, label: say(NAMES[value]) }))}
        none={say('act.choose')}
        value={decision}
        onChange={(chosen) => kept.change({ decision: chosen })}
        fault={missing && !decision ? say('referral.whichMissing') : undefined}
      />
      <MomentField
        legend={say('referral.decidedOn')}
        value={moment}
        onChange={(typed) => {
          kept.change({ moment: typed });
          setFault(undefined);
        }}
        fault={fault && say(fault)}
      />
      <Field>
        <Checkbox checked={accepted} onChange={({ target }) => kept.change({ accepted: target.checked })}>
          <Field.Label isRegular>{say('referral.accepted', { company: record.policy.company })}</Field.Label>
        </Checkbox>
      </Field>
    </ActionForm>
  );
}
