import { Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Input, Message, Radio } from '@zendeskgarden/react-forms';
import { type FormEvent, useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Help, Rule, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type ExceptionReason, recordException } from '../recording.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';

const REASONS: readonly {
  readonly value: ExceptionReason;
  readonly label: TextKey;
  readonly hint?: TextKey;
}[] = [
  // Data-protection complaints must be accepted however they come (DPA 2018 s.164A).
  { value: 'personal_data', label: 'phone.reasonData', hint: 'phone.reasonDataHelp' },
  { value: 'needs_support', label: 'phone.reasonSupport' },
  { value: 'other', label: 'phone.reasonOther' },
];

type Fault = 'reason' | 'words';

function faultOf(reason: ExceptionReason | undefined, words: string): Fault | undefined {
  if (!reason) return 'reason';
  return reason === 'other' && words.trim() === '' ? 'words' : undefined;
}

function ExceptionForm() {
  const { say } = useEnvironment().language;
  const { host, ticketId, fields, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const [reason, setReason] = useState<ExceptionReason>();
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<Fault>();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const chosen = REASONS.find(({ value }) => value === reason);
    const missing = faultOf(chosen?.value, words);
    setFault(missing);
    if (!chosen || missing) return;
    const said = chosen.value === 'other' ? words.trim() : say(chosen.label);
    void action.run(async () => {
      await recordException(host, ticketId, fields, {
        reason: chosen.value,
        note: say('phone.note', { reason: said }),
      });
      announce(say('live.recorded'));
      await reload();
    });
  };

  return (
    <Stack as="form" noValidate onSubmit={submit} $gap={12}>
      <Fieldset isCompact>
        <Fieldset.Legend>{say('phone.anyway')}</Fieldset.Legend>
        {REASONS.map(({ value, label, hint }) => (
          <Field key={value}>
            <Radio
              name="exception"
              value={value}
              checked={reason === value}
              onChange={() => {
                setReason(value);
                setFault(undefined);
              }}
            >
              <Field.Label isRegular>{say(label)}</Field.Label>
              {hint ? <Field.Hint>{say(hint)}</Field.Hint> : null}
            </Radio>
          </Field>
        ))}
      </Fieldset>
      {fault === 'reason' ? (
        <Message role="alert" validation="error">
          {say('phone.reasonMissing')}
        </Message>
      ) : null}
      {reason === 'other' ? (
        <Field>
          <Field.Label>{say('phone.reasonText')}</Field.Label>
          <Input
            isCompact
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            {...(fault === 'words' ? { validation: 'error' as const } : {})}
          />
          {fault === 'words' ? (
            <Field.Message validation="error">{say('phone.reasonTextMissing')}</Field.Message>
          ) : null}
        </Field>
      ) : null}
      <Failure text={action.failure} />
      <Button isStretched type="submit" disabled={action.busy}>
        {say(action.busy ? 'phone.recording' : 'phone.record')}
      </Button>
    </Stack>
  );
}

export interface PhoneViewProps {
  /** The policy's company, where the refusal is already recorded. */
  readonly recordedBy?: string;
  readonly onOtherWay?: () => void;
}

/** A complaint by a way that the policy does not take: how to complain first, the exception below. */
export function PhoneView({ recordedBy, onOtherWay }: PhoneViewProps) {
  const { language, company } = useEnvironment();
  const { say } = language;
  const { drafts } = useSidebar();
  const action = useAction();
  const title = say(recordedBy === undefined ? 'phone.title' : 'phone.recordedTitle');
  const plain = company ? say('phone.textCompany', { company }) : say('phone.text');
  return (
    <Stack>
      <Notice icon={<PhoneIcon />} title={title}>
        {recordedBy === undefined ? plain : say('phone.textRecorded', { company: recordedBy })}
      </Notice>
      {drafts.state().draft ? null : (
        <Stack $gap={8}>
          <Button
            isPrimary
            isStretched
            disabled={action.busy}
            onClick={() => void action.run(() => drafts.insert('how_to_complain'))}
          >
            {say('phone.insert')}
          </Button>
          <Help>{say('phone.insertHelp')}</Help>
          {onOtherWay ? <LinkButton onClick={onOtherWay}>{say('phone.otherWay')}</LinkButton> : null}
          <Failure text={action.failure} />
        </Stack>
      )}
      <Rule />
      <ExceptionForm />
    </Stack>
  );
}
