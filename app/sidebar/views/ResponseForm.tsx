import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { Outcome } from '../../../domain/events.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Heading, Help, Row, Stack } from '../../ui/layout.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { OutcomeChoice } from './OutcomeChoice.tsx';

export interface ResponseFormProps {
  /** "Due Mon 13 Apr, in 2 working days", where that is known. */
  readonly due?: string;
  readonly onClose: () => void;
}

/** The formal response: its outcome first, then the macro's text goes into the reply. */
export function ResponseForm({ due, onClose }: ResponseFormProps) {
  const { say } = useEnvironment().language;
  const { drafts } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const [outcome, setOutcome] = useState<Outcome>();
  const [missing, setMissing] = useState(false);
  const insert = (): void => {
    setMissing(!outcome);
    if (!outcome) return;
    void action.run(async () => {
      await drafts.insert('responded', outcome);
      announce(say('live.inserted', { event: say('response.title') }));
      onClose();
    });
  };
  return (
    <Stack>
      <div>
        <Row>
          <Heading tabIndex={-1}>{say('response.title')}</Heading>
          <LinkButton onClick={onClose}>{say('common.cancel')}</LinkButton>
        </Row>
        {due ? <Help style={{ textAlign: 'left' }}>{due}</Help> : null}
      </div>
      <OutcomeChoice
        value={outcome}
        onChange={(chosen) => {
          setOutcome(chosen);
          setMissing(false);
        }}
        error={missing ? say('response.missing') : undefined}
      />
      <Failure text={action.failure} />
      <Stack $gap={8}>
        <Button isPrimary isStretched disabled={action.busy} onClick={insert}>
          {say('response.insert')}
        </Button>
        <Help>{say('response.insertHelp')}</Help>
      </Stack>
    </Stack>
  );
}
