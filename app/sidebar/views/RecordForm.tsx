import { Button } from '@zendeskgarden/react-buttons';
import { Field, Select } from '@zendeskgarden/react-forms';
import type { FormEvent } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Heading, Help, Row, Stack } from '../../ui/layout.tsx';
import { MomentFields } from '../../ui/MomentFields.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { recordComplaint } from '../recording.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { type RecordEntryState, useRecordEntry } from '../use-record-entry.ts';
import { useRequester } from '../use-requester.ts';

type PartProps = Pick<RecordEntryState, 'entry' | 'faults' | 'change'>;

function ChannelChoice({ entry, faults, change }: PartProps) {
  const { say } = useEnvironment().language;
  return (
    <Segmented
      legend={say('form.channel')}
      options={[
        { value: 'form', label: say('form.byForm') },
        { value: 'letter', label: say('form.byLetter') },
        { value: 'email', label: say('form.byEmail') },
        { value: 'other', label: say('form.byOther') },
      ]}
      value={entry.channel}
      onChange={(channel) => change({ channel })}
      error={faults.channel && say(faults.channel)}
    />
  );
}

/** The clock of a letter starts when it arrived, which only the agent knows. */
function LetterReceipt({ entry, faults, change }: PartProps) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  return (
    <MomentFields
      legend={say('form.received')}
      dateLabel={say('form.date')}
      timeLabel={say('form.time')}
      hint={say('form.zone', { zone: when.zone.replaceAll('_', ' ') })}
      value={entry.received}
      max={when.today(now())}
      onChange={(received) => change({ received })}
      error={faults.received && say(faults.received)}
    />
  );
}

function CategoryField({ entry, change }: Pick<PartProps, 'entry' | 'change'>) {
  const { say } = useEnvironment().language;
  const { fields } = useSidebar();
  const options = fields.category?.options ?? [];
  if (options.length === 0) return null;
  return (
    <Field>
      <Field.Label>{say('form.about')}</Field.Label>
      <Select isCompact value={entry.category} onChange={(event) => change({ category: event.target.value })}>
        <option value="">{say('form.aboutNone')}</option>
        {options.map(({ name, value }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function AcknowledgementHelp() {
  const { say } = useEnvironment().language;
  const requester = useRequester();
  if (!requester) return null;
  return <Help>{requester.email ? say('form.mail', { name: requester.name }) : say('form.post')}</Help>;
}

export interface RecordFormProps {
  readonly via: string;
  readonly onCancel: () => void;
}

/** Records the ticket as a formal complaint in one update. */
export function RecordForm({ via, onCancel }: RecordFormProps) {
  const { say } = useEnvironment().language;
  const { host, ticketId, fields, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const { finish, ...state } = useRecordEntry(via);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const recording = finish();
    if (!recording) return;
    void action.run(async () => {
      await recordComplaint(host, ticketId, fields, recording);
      announce(say('live.recorded'));
      await reload();
    });
  };

  return (
    <Stack as="form" noValidate onSubmit={submit} $gap={16}>
      <Row>
        <Heading tabIndex={-1}>{say('form.title')}</Heading>
        <LinkButton onClick={onCancel}>{say('common.cancel')}</LinkButton>
      </Row>
      <ChannelChoice {...state} />
      {state.entry.channel === 'letter' ? <LetterReceipt {...state} /> : null}
      <CategoryField {...state} />
      <Failure text={action.failure} />
      <Stack $gap={8}>
        <Button isPrimary isStretched type="submit" disabled={action.busy}>
          {say(action.busy ? 'form.submitting' : 'form.submit')}
        </Button>
        <AcknowledgementHelp />
      </Stack>
    </Stack>
  );
}
