import { Button } from '@zendeskgarden/react-buttons';
import type { ActionId } from '../../../domain/actions.ts';
import { DAY } from '../../../domain/local-date.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Help, Stack } from '../../ui/layout.tsx';
import { WithMenu } from '../actions/WithMenu.tsx';
import { useCase } from '../CaseContext.tsx';
import { AppealActions } from '../later-parts.tsx';
import { leads } from '../model/leads.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { ReferralFacts } from './ReferralFacts.tsx';
import type { SettledKind } from './settled-block.tsx';

/** Zendesk locks a solved ticket after so many days at the latest; an account's automation may do so sooner. */
const LOCKED_AFTER = 28;

function ActButton({ id, label, primary = false }: { id: ActionId; label: string; primary?: boolean }) {
  const { act } = useSidebar();
  return (
    <Button isStretched isPrimary={primary} onClick={() => act(id)}>
      {label}
    </Button>
  );
}

/** Whether the ADR letter is what is owed next, and soon. */
function useLetterDue(): boolean {
  const { allowed, leading, reading } = useCase();
  const due = leading?.doneBy === 'adr_letter_sent' && leads(leading, reading.now);
  return due && allowed.includes('adr_letter');
}

function RespondedActions() {
  const { allowed, reading } = useCase();
  const { act } = useSidebar();
  const { say } = reading.language;
  const letterDue = useLetterDue();
  const close = allowed.includes('close');
  if (!letterDue) {
    return <WithMenu>{close ? <ActButton id="close" label={say('closed.closeTitle')} /> : null}</WithMenu>;
  }
  return (
    <Stack $gap={8}>
      <WithMenu>
        <ActButton primary id="adr_letter" label={say('adr.write')} />
      </WithMenu>
      {close ? <LinkButton onClick={() => act('close')}>{say('closed.closeTitle')}</LinkButton> : null}
    </Stack>
  );
}

function ReferredActions() {
  const { allowed, record, reading } = useCase();
  const { act } = useSidebar();
  const { say } = reading.language;
  const letterDue = useLetterDue();
  const next = allowed.includes('case_file_sent')
    ? ({ id: 'case_file_sent', label: say('referral.fileSubmit') } as const)
    : ({ id: 'ombudsman_date', label: say('referral.setDate') } as const);
  return (
    <>
      <Stack $gap={8}>
        <WithMenu>
          <ActButton primary {...(letterDue ? { id: 'adr_letter', label: say('adr.write') } : next)} />
        </WithMenu>
        {letterDue ? <LinkButton onClick={() => act(next.id)}>{next.label}</LinkButton> : null}
        {allowed.includes('decide') ? (
          <LinkButton onClick={() => act('decide')}>{say('referral.decision')}</LinkButton>
        ) : null}
      </Stack>
      <ReferralFacts record={record} reading={reading} />
    </>
  );
}

/** When the ticket is locked, and what a new message does then. */
function LockHelp() {
  const { record, reading } = useCase();
  const { ticket } = useSidebar();
  const { say } = reading.language;
  const closedAt = record.events.findLast(({ kind }) => kind === 'closed')?.at;
  if (ticket.status === 'closed') return <Help>{say('closed.locked')}</Help>;
  if (ticket.status !== 'solved' || closedAt === undefined) return null;
  const date = reading.when.day(reading.when.today(closedAt + LOCKED_AFTER * DAY));
  return <Help>{say('closed.lockedBy', { date })}</Help>;
}

function OverActions() {
  const { allowed, reading } = useCase();
  const { ticket } = useSidebar();
  const { say } = reading.language;
  const canReopen = allowed.includes('reopen') && ticket.status !== 'closed';
  return (
    <>
      <LockHelp />
      <WithMenu>{canReopen ? <ActButton id="reopen" label={say('closed.reopen')} /> : null}</WithMenu>
    </>
  );
}

/** What can be done once the formal response is out. */
export function SettledActions({ kind }: { kind: SettledKind }) {
  switch (kind) {
    case 'responded':
      return <RespondedActions />;
    case 'appealed':
      return <AppealActions />;
    case 'referred':
      return <ReferredActions />;
    case 'closed':
    case 'ended':
      return <OverActions />;
  }
}
