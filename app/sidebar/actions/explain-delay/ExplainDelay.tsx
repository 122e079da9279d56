import { Button } from '@zendeskgarden/react-buttons';
import { type FormEvent, useState } from 'react';
import { type Deadline, deadlineState } from '../../../../domain/deadline.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { Heading, Help, Row, Stack } from '../../../ui/layout.tsx';
import { dutyName } from '../../model/duty-names.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { OptionSelect } from '../../views/OptionSelect.tsx';
import type { ActionProps } from '../action.ts';
import { DelaySelect } from './DelaySelect.tsx';
import { useDelay } from './use-delay.ts';

const nameOf = ({ regime, duty }: Deadline): string => `${regime}.${duty}`;

/** The reason for a duty that is late or was: given before, after or without a message. */
export function ExplainDelay({ record, deadlines, reading, onClose }: ActionProps) {
  const late = deadlines.filter((one) => ['overdue', 'met_late'].includes(deadlineState(one, reading.now)));
  const [chosen, setChosen] = useState(late[0] && nameOf(late[0]));
  const { say } = reading.language;
  const deadline = late.find((one) => nameOf(one) === chosen) ?? late[0];
  if (!deadline) return null;
  const options = late.map((one) => ({ value: nameOf(one), name: dutyName(one.duty, 'open', reading) }));
  return (
    <Stack>
      <Row>
        <Heading tabIndex={-1}>{say('delay.label')}</Heading>
        <LinkButton onClick={onClose}>{say('common.cancel')}</LinkButton>
      </Row>
      <Help style={{ textAlign: 'left' }}>{say('delay.text')}</Help>
      {options.length > 1 ? (
        <OptionSelect
          label={say('delay.duty')}
          options={options}
          value={nameOf(deadline)}
          onChange={setChosen}
        />
      ) : null}
      <ReasonForm key={nameOf(deadline)} deadline={deadline} record={record} onClose={onClose} />
    </Stack>
  );
}

function ReasonForm({
  deadline,
  record,
  onClose,
}: Pick<ActionProps, 'record' | 'onClose'> & { deadline: Deadline }) {
  const { say } = useEnvironment().language;
  const { reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const delay = useDelay(deadline, record);
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(delay.option === '');
    if (delay.option === '') return;
    void action.run(async () => {
      await delay.save();
      announce(say('delay.saved'));
      await reload();
      onClose();
    });
  };
  return (
    <Stack as="form" noValidate onSubmit={submit}>
      <DelaySelect delay={delay} error={missing ? say('delay.missing') : undefined} />
      <Failure text={action.failure} />
      <Button isPrimary isStretched type="submit" disabled={action.busy}>
        {say('delay.save')}
      </Button>
    </Stack>
  );
}
