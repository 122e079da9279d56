import { Button } from '@zendeskgarden/react-buttons';
import type { Deadline } from '../../../domain/deadline.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Heading, Help, Row, Stack } from '../../ui/layout.tsx';
import type { ActionProps } from '../actions/action.ts';
import { AddedBox } from '../actions/respond/AddedBox.tsx';
import { DecisionFields } from '../actions/respond/DecisionFields.tsx';
import { useResponse } from '../actions/respond/use-response.ts';
import { statusText } from '../model/status.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useCountedReading } from '../use-reading.ts';

/** "Due Mon 13 Apr, in 2 working days". */
function DueHelp({ leading }: { leading: Deadline }) {
  const reading = useCountedReading();
  const { due, distance } = statusText(leading, reading);
  return (
    <Help style={{ textAlign: 'left' }}>
      {reading.language.say('response.due', { day: due, line: distance })}
    </Help>
  );
}

/** The formal response: what was decided and what the customer gets; then the text goes into the reply. */
export function ResponseForm({ record, leading, onClose }: ActionProps) {
  const { say } = useEnvironment().language;
  const { act } = useSidebar();
  const { kept, faults, change, action, insert } = useResponse(record);
  const cancel = (): void => {
    kept.clear();
    onClose();
  };
  return (
    <Stack>
      <div>
        <Row>
          <Heading tabIndex={-1}>{say('response.title')}</Heading>
          <LinkButton onClick={cancel}>{say('common.cancel')}</LinkButton>
        </Row>
        {leading?.duty === 'response' ? <DueHelp leading={leading} /> : null}
      </div>
      <DecisionFields value={kept.value} faults={faults} onChange={change} />
      <AddedBox record={record} />
      <Failure text={action.failure} />
      <Stack $gap={8}>
        <Button isPrimary isStretched disabled={action.busy} onClick={() => insert(onClose)}>
          {say('response.insert')}
        </Button>
        <Help>{say('response.insertHelp')}</Help>
        <Button isStretched disabled={action.busy} onClick={() => insert(() => act('ask_review'))}>
          {say('response.review')}
        </Button>
      </Stack>
    </Stack>
  );
}
