import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import { Failure } from '../../../ui/Failure.tsx';
import { AlertIcon } from '../../../ui/icons.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useCase } from '../../CaseContext.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { useLetter } from '../shared/use-letter.ts';
import { WithMenu } from '../WithMenu.tsx';
import { AssignForm } from './AssignForm.tsx';
import { useResponseAuthor } from './use-response-author.ts';

/** Confirms that the appeal has arrived, where that is still to be said. */
function AcknowledgeLink() {
  const { allowed, byPost, reading } = useCase();
  const { say } = reading.language;
  const { act } = useSidebar();
  const letter = useLetter();
  const { run, busy, failure } = useAction();
  if (!allowed.includes('appeal_acknowledge')) return null;
  const insert = (): void => void run(() => letter('appeal_acknowledged', say('appeal.acknowledgement')));
  return (
    <>
      <LinkButton disabled={busy} onClick={() => (byPost ? act('appeal_acknowledge') : insert())}>
        {say('appeal.acknowledge')}
      </LinkButton>
      <Failure text={failure} />
    </>
  );
}

/** Whoever wrote the response is asked to let somebody else answer the appeal; anybody else writes its outcome. */
export function AppealActions() {
  const { reading } = useCase();
  const { say } = reading.language;
  const { me, act } = useSidebar();
  const author = useResponseAuthor();
  const [assigning, setAssigning] = useState(false);
  const mine = me !== undefined && me.id === author;
  if (assigning) return <AssignForm reading={reading} onClose={() => setAssigning(false)} />;
  return (
    <>
      {mine ? (
        <Notice warning icon={<AlertIcon />} title={say('appeal.other')}>
          {say('appeal.otherWhy')}
        </Notice>
      ) : null}
      <Stack $gap={8}>
        <WithMenu>
          <Button isPrimary isStretched onClick={() => (mine ? setAssigning(true) : act('appeal_respond'))}>
            {say(mine ? 'appeal.assign' : 'appeal.write')}
          </Button>
        </WithMenu>
        {mine ? (
          <LinkButton onClick={() => act('appeal_respond')}>{say('appeal.writeAnyway')}</LinkButton>
        ) : (
          <AcknowledgeLink />
        )}
      </Stack>
    </>
  );
}
