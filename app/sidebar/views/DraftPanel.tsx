import type { Outcome } from '../../../domain/events.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { AlertIcon, PenIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Help, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Draft, DraftKind } from '../draft/draft.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { type Action, useAction } from '../use-action.ts';
import { OutcomeChoice } from './OutcomeChoice.tsx';

/** What each message is called. */
export const EVENT_NAMES: Readonly<Record<Exclude<DraftKind, 'how_to_complain'>, TextKey>> = {
  acknowledged: 'step.acknowledgement',
  updated: 'step.update',
  responded: 'step.response',
};

function Remove({ draft, action }: { draft: Draft; action: Action }) {
  const { say } = useEnvironment().language;
  const { drafts } = useSidebar();
  const announce = useAnnounce();
  const remove = async (): Promise<void> => {
    const event = draft.kind === 'how_to_complain' ? say('phone.insert') : say(EVENT_NAMES[draft.kind]);
    const kept = await drafts.remove();
    announce(say(kept ? 'draft.releasedKept' : 'draft.released', { event }));
  };
  return (
    <LinkButton disabled={action.busy} onClick={() => void action.run(remove)}>
      {say('draft.remove')}
    </LinkButton>
  );
}

/** What the agent's reply stands for while it is being written, and what keeps it from counting. */
export function DraftPanel({ draft, internal }: { draft: Draft; internal: boolean }) {
  const { say } = useEnvironment().language;
  const { drafts } = useSidebar();
  const action = useAction();
  const event = draft.kind === 'how_to_complain' ? '' : say(EVENT_NAMES[draft.kind]);
  const on = draft.kind === 'how_to_complain' ? say('phone.inserted') : say('draft.on', { event });
  const setOutcome = (outcome: Outcome): void => void action.run(() => drafts.setOutcome(outcome));
  return (
    <Stack $gap={12}>
      <Notice
        icon={<PenIcon />}
        actions={draft.presence === 'gone' ? undefined : <Remove draft={draft} action={action} />}
      >
        {draft.presence === 'gone' ? say('draft.gone', { event }) : on}
      </Notice>
      {internal && draft.presence !== 'gone' ? (
        <Notice
          warning
          icon={<AlertIcon />}
          actions={
            <LinkButton onClick={() => void action.run(() => drafts.makePublic())}>
              {say('draft.makePublic')}
            </LinkButton>
          }
        >
          {say('draft.internal')}
        </Notice>
      ) : null}
      {draft.kind === 'responded' && draft.presence !== 'gone' ? (
        <>
          <OutcomeChoice value={draft.outcome} onChange={setOutcome} />
          {draft.notSolved ? <Help>{say('response.notSolved')}</Help> : null}
        </>
      ) : null}
      <Failure text={action.failure} />
    </Stack>
  );
}
