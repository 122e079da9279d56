import { Button } from '@zendeskgarden/react-buttons';
import { Field, Select } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useState } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Heading, Help, Row, Stack } from '../../ui/layout.tsx';
import { MomentFields } from '../../ui/MomentFields.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { instantTyped, type TypedMoment } from '../../ui/typed-moment.ts';
import type { Requester } from '../../zaf/host.ts';
import { type Channel, recordComplaint } from '../recording.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';

/** What Zendesk's own channel suggests; the agent may know better. */
const BY_VIA: Readonly<Record<string, Channel>> = {
  web: 'form',
  web_form: 'form',
  api: 'form',
  email: 'email',
};

function useRequester(): Requester | undefined {
  const { host } = useSidebar();
  const [requester, setRequester] = useState<Requester>();
  useEffect(() => {
    let alive = true;
    // The line about the acknowledgement is a help: without the requester it is left out.
    host.requester().then(
      (found) => alive && setRequester(found),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host]);
  return requester;
}

interface Entry {
  readonly channel: Channel | undefined;
  readonly received: TypedMoment;
  readonly category: string;
}

interface Faults {
  readonly channel?: string;
  readonly received?: string;
}

function useFaults() {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  return ({ channel, received }: Entry): Faults => {
    if (!channel) return { channel: say('form.channelMissing') };
    if (channel !== 'letter') return {};
    const at = instantTyped(received, when.zone);
    if (at === undefined) return { received: say('form.receivedMissing') };
    return at > now() ? { received: say('form.receivedFuture') } : {};
  };
}

export interface RecordFormProps {
  readonly via: string;
  readonly onCancel: () => void;
}

/** Records the ticket as a formal complaint in one update. */
export function RecordForm({ via, onCancel }: RecordFormProps) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  const { host, ticketId, fields, reload } = useSidebar();
  const announce = useAnnounce();
  const requester = useRequester();
  const [entry, setEntry] = useState<Entry>({
    channel: BY_VIA[via],
    received: { time: '' },
    category: '',
  });
  const [faults, setFaults] = useState<Faults>({});
  const action = useAction();
  const check = useFaults();
  const change = (part: Partial<Entry>): void => {
    setEntry({ ...entry, ...part });
    setFaults({});
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = check(entry);
    setFaults(found);
    const { channel } = entry;
    if (Object.keys(found).length > 0 || !channel) return;
    const receivedAt = channel === 'letter' ? instantTyped(entry.received, when.zone) : undefined;
    void action.run(async () => {
      await recordComplaint(host, ticketId, fields, {
        channel,
        ...(entry.category ? { category: entry.category } : {}),
        ...(receivedAt === undefined ? {} : { receivedAt }),
      });
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
        error={faults.channel}
      />
      {entry.channel === 'letter' ? (
        <MomentFields
          legend={say('form.received')}
          dateLabel={say('form.date')}
          timeLabel={say('form.time')}
          hint={say('form.zone', { zone: when.zone.replaceAll('_', ' ') })}
          value={entry.received}
          max={when.today(now())}
          onChange={(received) => change({ received })}
          error={faults.received}
        />
      ) : null}
      {fields.category && fields.category.options.length > 0 ? (
        <Field>
          <Field.Label>{say('form.about')}</Field.Label>
          <Select
            isCompact
            value={entry.category}
            onChange={(event) => change({ category: event.target.value })}
          >
            <option value="">{say('form.aboutNone')}</option>
            {fields.category.options.map(({ name, value }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Failure text={action.failure} />
      <Stack $gap={8}>
        <Button isPrimary isStretched type="submit" disabled={action.busy}>
          {say(action.busy ? 'form.submitting' : 'form.submit')}
        </Button>
        {requester ? (
          <Help>{requester.email ? say('form.mail', { name: requester.name }) : say('form.post')}</Help>
        ) : null}
      </Stack>
    </Stack>
  );
}
