import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, useState } from 'react';
import type { MessageKind, Outcome } from '../../../domain/events.ts';
import type { Instant } from '../../../domain/local-date.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Help, Stack } from '../../ui/layout.tsx';
import { MomentFields } from '../../ui/MomentFields.tsx';
import { instantTyped, typedMoment } from '../../ui/typed-moment.ts';
import { recordPosting } from '../recording.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { OutcomeChoice } from './OutcomeChoice.tsx';

export interface PostFormProps {
  readonly event: Exclude<MessageKind, 'adr_letter_sent'>;
  readonly eventName: string;
  /** The complaint's receipt: nothing was posted before. */
  readonly notBefore: Instant | undefined;
}

function useFault(notBefore: Instant | undefined): (at: Instant | undefined) => TextKey | undefined {
  const { now } = useEnvironment();
  return (at) => {
    if (at === undefined) return 'post.missing';
    if (at > now()) return 'post.future';
    return notBefore !== undefined && at < notBefore ? 'post.early' : undefined;
  };
}

/** For customers without an e-mail address: says when the letter went out. */
export function PostForm({ event, eventName, notBefore }: PostFormProps) {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  const { host, ticketId, fields, reload } = useSidebar();
  const action = useAction();
  const faultOf = useFault(notBefore);
  const [posted, setPosted] = useState(() => typedMoment(now(), when.zone));
  const [outcome, setOutcome] = useState<Outcome>();
  const [fault, setFault] = useState<TextKey>();
  const needsOutcome = event === 'responded';

  const submit = (submitted: FormEvent): void => {
    submitted.preventDefault();
    const at = instantTyped(posted, when.zone);
    const found = faultOf(at) ?? (needsOutcome && !outcome ? 'response.missing' : undefined);
    setFault(found);
    if (found || at === undefined) return;
    void action.run(async () => {
      const note = say('post.note', { event: eventName, when: when.moment(at) });
      await recordPosting(host, ticketId, fields, {
        event,
        postedAt: at,
        note,
        ...(outcome ? { outcome } : {}),
      });
      await reload();
    });
  };

  return (
    <Stack as="form" noValidate onSubmit={submit}>
      <Help style={{ textAlign: 'left' }}>{say('post.text')}</Help>
      {needsOutcome ? (
        <OutcomeChoice
          value={outcome}
          onChange={setOutcome}
          error={fault === 'response.missing' ? say(fault) : undefined}
        />
      ) : null}
      <MomentFields
        legend={say('post.posted')}
        dateLabel={say('post.date')}
        timeLabel={say('post.time')}
        hint={say('post.zone', { zone: when.zone.replaceAll('_', ' ') })}
        value={posted}
        max={when.today(now())}
        onChange={(value) => {
          setPosted(value);
          setFault(undefined);
        }}
        error={fault && fault !== 'response.missing' ? say(fault) : undefined}
      />
      <Failure text={action.failure} />
      <Button isPrimary isStretched type="submit" disabled={action.busy}>
        {say(action.busy ? 'post.saving' : 'post.save')}
      </Button>
    </Stack>
  );
}
