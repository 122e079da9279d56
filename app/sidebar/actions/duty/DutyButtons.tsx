import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Row, Stack } from '../../../ui/layout.tsx';
import type { DutyAction } from '../../model/duty-actions.ts';
import type { Doing } from './use-doing.ts';

export interface DutyButtonsProps {
  readonly duty: DutyAction;
  readonly doing: Doing;
  readonly menu: ReactNode;
  /** Opens the form of the formal response. */
  readonly onRespond: () => void;
}

/** One primary button with what else may be done beside it, and one shortcut. */
export function DutyButtons({ duty: { event, write }, doing, menu, onRespond }: DutyButtonsProps) {
  const { say } = useEnvironment().language;
  const { busy, failure } = doing.action;
  const answers = event === 'responded';
  const respond = (): void => doing.open(onRespond);
  return (
    <Stack $gap={8}>
      <Row>
        <Button
          isPrimary
          isStretched
          disabled={busy}
          onClick={() => (answers ? respond() : doing.insert(event))}
        >
          {say(write)}
        </Button>
        {menu}
      </Row>
      {event === 'updated' ? (
        <LinkButton disabled={busy} onClick={respond}>
          {say('case.skip')}
        </LinkButton>
      ) : null}
      {answers ? (
        <LinkButton disabled={busy} onClick={() => doing.insert('updated')}>
          {say('case.another')}
        </LinkButton>
      ) : null}
      <Failure text={failure} />
    </Stack>
  );
}
