import type { ReactNode } from 'react';
import type { Outcome } from '../../../domain/events.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { AlertIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Help, Stack } from '../../ui/layout.tsx';
import { PenIcon } from '../../ui/more-icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type Draft, isMessage, needsOutcome } from '../draft/draft.ts';
import { useLacking } from '../guards/use-lacking.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { type Action, useAction } from '../use-action.ts';
import { EVENT_NAMES } from './event-names.ts';
import { OutcomeChoice } from './OutcomeChoice.tsx';

export { EVENT_NAMES } from './event-names.ts';

function Remove({ draft, action }: { draft: Draft; action: Action }) {
  const { say } = useEnvironment().language;
  const { drafts } = useSidebar();
  const announce = useAnnounce();
  const remove = async (): Promise<void> => {
    const kept = await drafts.remove();
    const event = say(EVENT_NAMES[draft.kind]);
    announce(say(kept ? 'draft.releasedKept' : 'draft.released', { event }));
  };
  return (
    <LinkButton disabled={action.busy} onClick={() => void action.run(remove)}>
      {say('draft.remove')}
    </LinkButton>
  );
}

/** What keeps the reply from counting, with what to do about it. */
function Obstacles({ draft, internal, action }: { draft: Draft; internal: boolean; action: Action }) {
  const { say } = useEnvironment().language;
  const { drafts } = useSidebar();
  const lacking = useLacking();
  const makePublic = (): void => void action.run(() => drafts.makePublic());
  return (
    <>
      {internal ? (
        <Notice
          warning
          icon={<AlertIcon />}
          actions={<LinkButton onClick={makePublic}>{say('draft.makePublic')}</LinkButton>}
        >
          {say('draft.internal')}
        </Notice>
      ) : null}
      {draft.notTagged ? (
        <Notice
          warning
          icon={<AlertIcon />}
          title={say(lacking === 'account_tags' ? 'draft.tagsOffTitle' : 'draft.notTaggedTitle')}
        >
          {say('draft.notTagged', { event: say(EVENT_NAMES[draft.kind]) })}
        </Notice>
      ) : null}
    </>
  );
}

function onText(draft: Draft): TextKey {
  if (draft.presence === 'gone') return draft.byMacro ? 'draft.goneByMacro' : 'draft.gone';
  if (draft.kind === 'how_to_complain') return 'phone.inserted';
  return isMessage(draft.kind) ? 'draft.on' : 'draft.onLetter';
}

export interface DraftPanelProps {
  readonly draft: Draft;
  readonly internal: boolean;
}

/** What the agent's reply stands for while it is being written, and what keeps it from counting. */
export function DraftPanel({ draft, internal }: DraftPanelProps): ReactNode {
  const { say } = useEnvironment().language;
  const { drafts, act } = useSidebar();
  const action = useAction();
  const there = draft.presence !== 'gone';
  const setOutcome = (outcome: Outcome): void => void action.run(() => drafts.setOutcome(outcome));
  return (
    <Stack $gap={12}>
      <Notice icon={<PenIcon />} actions={there ? <Remove draft={draft} action={action} /> : undefined}>
        {say(onText(draft), { event: say(EVENT_NAMES[draft.kind]) })}
      </Notice>
      {there ? <Obstacles draft={draft} internal={internal} action={action} /> : null}
      {there && needsOutcome(draft.kind) ? (
        <>
          <OutcomeChoice value={draft.outcome} onChange={setOutcome} />
          {draft.notSolved ? <Help>{say('response.notSolved')}</Help> : null}
          <LinkButton onClick={() => act('ask_review')}>{say('response.review')}</LinkButton>
        </>
      ) : null}
      <Failure text={action.failure} />
    </Stack>
  );
}
