import { useState } from 'react';
import { z } from 'zod/mini';
import { DECISIONS, type Decision } from '../../../../domain/events.ts';
import type { TextKey } from '../../../ui/language.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
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

/** Whether the company takes the decision. It may not know on the day on which it hears of it. */
const ANSWERS = ['yes', 'no', 'open'] as const;
type Answer = (typeof ANSWERS)[number];
const ANSWER_NAMES: Readonly<Record<Answer, TextKey>> = {
  yes: 'referral.acceptsYes',
  no: 'referral.acceptsNo',
  open: 'referral.acceptsOpen',
};
const ANSWER_NOTES: Readonly<Record<Answer, readonly TextKey[]>> = {
  yes: ['referral.decisionAccepted'],
  no: ['referral.decisionRefused'],
  open: [],
};

const entrySchema = z.object({
  decision: z.optional(z.enum(DECISIONS)),
  moment: momentSchema,
  accepts: z.optional(z.enum(ANSWERS)),
});

/** What the ombudsman has decided, and whether the company takes it. */
export function DecideForm({ record, reading, onClose }: ActionProps) {
  const { language, when, now } = reading;
  const { say } = language;
  const kept = useKept('decide', { moment: typedMoment(now, when.zone) }, entrySchema);
  const { decision, moment, accepts } = kept.value;
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
    setMissing(true);
    setFault(read.ok ? undefined : read.fault);
    if (!decision || !accepts || !read.ok) return;
    const values = { decision: say(NAMES[decision]), when: when.moment(read.at) };
    const words = [say('referral.decisionNote', values), ...ANSWER_NOTES[accepts].map((key) => say(key))];
    const bound = accepts === 'open' ? {} : { accepted: accepts === 'yes' };
    const complaint = { event: 'decided', decision, ...bound, at: metadataTime(read.at) } as const;
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
      <Segmented
        legend={say('referral.accepts', { company: record.policy.company })}
        options={ANSWERS.map((value) => ({ value, label: say(ANSWER_NAMES[value]) }))}
        value={accepts}
        onChange={(chosen) => kept.change({ accepts: chosen })}
        error={missing && !accepts ? say('referral.acceptsMissing') : undefined}
      />
    </ActionForm>
  );
}
