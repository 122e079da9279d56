import { Button } from '@zendeskgarden/react-buttons';
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

/** "Due Mon 13 Apr, in 2 working days", where the response is what is owed next. */
function dueText({ leading, reading }: ActionProps): string | undefined {
  if (leading?.duty !== 'response') return undefined;
  const { due, distance } = statusText(leading, reading);
  return reading.language.say('response.due', { day: due, line: distance });
}

/** The formal response: what was decided and what the customer gets; then the text goes into the reply. */
export function ResponseForm(props: ActionProps) {
  const { record, onClose } = props;
  const { say } = useEnvironment().language;
  const { act } = useSidebar();
  const { kept, faults, change, action, insert } = useResponse(record);
  const due = dueText(props);
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
        {due ? <Help style={{ textAlign: 'left' }}>{due}</Help> : null}
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
