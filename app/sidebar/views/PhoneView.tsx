import { Button } from '@zendeskgarden/react-buttons';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { FlagIcon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Help, Row, Rule, Stack } from '../../ui/layout.tsx';
import { PhoneIcon } from '../../ui/more-icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ExceptionForm } from '../later-parts.tsx';
import { AddToComplaint } from '../link/AddToComplaint.tsx';
import { LinkedView } from '../link/LinkedView.tsx';
import { partOf } from '../link/link-ticket.ts';
import { authorityOf } from '../model/authority.ts';
import { capIf, deadlinesIf } from '../record/preview.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';

/** The regulator's limit runs from the call, whether or not the policy takes complaints by phone. */
function CapLine() {
  const { language, when, now } = useEnvironment();
  const { policy, calendar, ticket } = useSidebar();
  if (!policy || !calendar) return null;
  const thought = { channel: 'phone', receivedAt: ticket.createdAt, acknowledged: false };
  const cap = capIf(deadlinesIf(thought, { policy, calendar }, now()) ?? []);
  if (!cap) return null;
  const authority = authorityOf(cap, policy);
  const due = when.day(cap.dueDate);
  return (
    <Row as="p">
      <FlagIcon />
      <Help as="span" style={{ textAlign: 'left' }}>
        {authority === undefined
          ? language.say('phone.capOther', { due })
          : language.say('phone.cap', { authority, due })}
      </Help>
    </Row>
  );
}

export interface PhoneViewProps {
  /** The policy's company, where the refusal is already recorded. */
  readonly recordedBy?: string;
  readonly onOtherWay?: () => void;
}

/** A call on a ticket that carries no complaint: it may belong to one. */
function CallNotes() {
  const { ticket } = useSidebar();
  const home = partOf(ticket.tags);
  return (
    <>
      <CapLine />
      {home === undefined ? <AddToComplaint /> : <LinkedView home={home} />}
    </>
  );
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
      {recordedBy === undefined ? <CallNotes /> : null}
    </Stack>
  );
}
