import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Help, Stack } from '../../ui/layout.tsx';
import { actionFor } from '../model/duty-actions.ts';
import { statusText } from '../model/status.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { EVENT_NAMES } from './DraftPanel.tsx';
import type { LeadProps } from './Lead.tsx';
import { PostForm } from './PostForm.tsx';

type Message = 'acknowledged' | 'updated';

/** Puts a message's text into the reply. */
function useInsert(message: Message) {
  const { drafts } = useSidebar();
  const { say } = useEnvironment().language;
  const announce = useAnnounce();
  const action = useAction();
  const insert = (): void =>
    void action.run(async () => {
      await drafts.insert(message);
      announce(say('live.inserted', { event: say(EVENT_NAMES[message]) }));
    });
  return { insert, ...action };
}

function WriteButton({ message, label }: { message: Message; label: string }) {
  const { insert, busy, failure } = useInsert(message);
  return (
    <>
      <Button isPrimary isStretched disabled={busy} onClick={insert}>
        {label}
      </Button>
      <Failure text={failure} />
    </>
  );
}

function AnotherUpdate() {
  const { say } = useEnvironment().language;
  const { insert, busy, failure } = useInsert('updated');
  return (
    <>
      <LinkButton disabled={busy} onClick={insert}>
        {say('case.another')}
      </LinkButton>
      <Failure text={failure} />
    </>
  );
}

export interface ActionsProps extends LeadProps {
  /** The service has said that it can't go on by itself. */
  readonly automaticFails: boolean;
  readonly onRespond: () => void;
}

/** What can be done about the deadline: one primary button and one shortcut. */
export function Actions({
  leading,
  record,
  reading,
  byPost,
  automaticFails,
  onRespond,
}: ActionsProps): ReactNode {
  const { say } = reading.language;
  const action = actionFor(leading.duty);
  if (!action) return null;
  const { event, write } = action;
  if (byPost) {
    const receivedAt = record.events.find(({ kind }) => kind === 'received')?.at;
    return <PostForm key={event} event={event} eventName={say(EVENT_NAMES[event])} notBefore={receivedAt} />;
  }
  switch (event) {
    case 'acknowledged':
      if (statusText(leading, reading).tone === 'neutral' && !automaticFails) {
        return <Help>{say('case.automatic')}</Help>;
      }
      return (
        <Stack $gap={8}>
          {automaticFails ? null : <Help>{say('case.automaticLate')}</Help>}
          <WriteButton message={event} label={say(write)} />
        </Stack>
      );
    case 'updated':
      return (
        <Stack $gap={8}>
          <WriteButton message={event} label={say(write)} />
          <LinkButton onClick={onRespond}>{say('case.skip')}</LinkButton>
        </Stack>
      );
    case 'responded':
      return (
        <Stack $gap={8}>
          <Button isPrimary isStretched onClick={onRespond}>
            {say(write)}
          </Button>
          <AnotherUpdate />
        </Stack>
      );
  }
}
