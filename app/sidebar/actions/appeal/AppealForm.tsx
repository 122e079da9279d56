import { useState } from 'react';
import { z } from 'zod/mini';
import type { TextKey } from '../../../ui/language.ts';
import { Help } from '../../../ui/layout.tsx';
import { useKept } from '../../../ui/use-kept.ts';
import { metadataTime } from '../../record/event.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { MomentField } from '../shared/MomentField.tsx';
import { momentSchema, readMoment, typedMoment } from '../shared/moment.ts';
import { useTelling } from '../shared/use-telling.ts';
import { useLatestMessage } from './use-latest-message.ts';

/** Untouched, the moment is that of the customer's message. */
const entrySchema = z.object({ moment: z.optional(momentSchema) });
const UNTOUCHED: z.output<typeof entrySchema> = {};

/** The customer does not accept the response: from the latest message, or at a time of the agent's. */
export function AppealForm({ record, reading, onClose }: ActionProps) {
  const { language, when, now } = reading;
  const { say } = language;
  const respondedAt = record.events.findLast(({ kind }) => kind === 'responded')?.at;
  const message = useLatestMessage(respondedAt);
  const kept = useKept('appeal', UNTOUCHED, entrySchema);
  const [fault, setFault] = useState<TextKey>();
  const { tell, ...telling } = useTelling();
  const byMessage = kept.value.moment === undefined ? message : undefined;
  const moment = kept.value.moment ?? typedMoment(message?.at ?? now, when.zone);
  const done = (): void => {
    kept.clear();
    onClose();
  };

  const submit = (): void => {
    const limits = { zone: when.zone, now, notBefore: respondedAt, earlyText: 'appeal.early' } as const;
    const read = byMessage ? ({ ok: true, at: byMessage.at } as const) : readMoment(moment, limits);
    setFault(read.ok ? undefined : read.fault);
    if (!read.ok) return;
    const audit = byMessage?.auditId;
    const said = audit === undefined ? { at: metadataTime(read.at) } : { of_audit: String(audit) };
    const note = say('appeal.note', { when: when.moment(read.at) });
    void tell({ complaint: { event: 'appealed', ...said }, note }, done);
  };

  return (
    <ActionForm
      title={say('appeal.record')}
      text={say('appeal.recordText')}
      submit={say('appeal.record')}
      onSubmit={submit}
      onCancel={done}
      {...telling}
    >
      <MomentField
        legend={say('appeal.asked')}
        value={moment}
        onChange={(typed) => {
          kept.change({ moment: typed });
          setFault(undefined);
        }}
        fault={fault && say(fault)}
      />
      {byMessage ? (
        <Help style={{ textAlign: 'left' }}>
          {say('appeal.message', { when: when.moment(byMessage.at) })}
        </Help>
      ) : null}
    </ActionForm>
  );
}
