import { Button } from '@zendeskgarden/react-buttons';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Help, Rule, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { ExceptionForm } from './ExceptionForm.tsx';

export interface PhoneViewProps {
  /** The policy's company, where the refusal is already recorded. */
  readonly recordedBy?: string;
  readonly onOtherWay?: () => void;
}

/** A complaint by a way that the policy does not take: how to complain first, the exception below. */
export function PhoneView({ recordedBy, onOtherWay }: PhoneViewProps) {
  const { language, company } = useEnvironment();
  const { say } = language;
  const { drafts } = useSidebar();
  const action = useAction();
  const title = say(recordedBy === undefined ? 'phone.title' : 'phone.recordedTitle');
  const plain = company ? say('phone.textCompany', { company }) : say('phone.text');
  return (
    <Stack>
      <Notice icon={<PhoneIcon />} title={title}>
        {recordedBy === undefined ? plain : say('phone.textRecorded', { company: recordedBy })}
      </Notice>
      {drafts.state().draft ? null : (
        <Stack $gap={8}>
          <Button
            isPrimary
            isStretched
            disabled={action.busy}
            onClick={() => void action.run(() => drafts.insert('how_to_complain'))}
          >
            {say('phone.insert')}
          </Button>
          <Help>{say('phone.insertHelp')}</Help>
          {onOtherWay ? <LinkButton onClick={onOtherWay}>{say('phone.otherWay')}</LinkButton> : null}
          <Failure text={action.failure} />
        </Stack>
      )}
      <Rule />
      <ExceptionForm />
    </Stack>
  );
}
