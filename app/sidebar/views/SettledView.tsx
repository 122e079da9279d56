import type { Deadline } from '../../../domain/deadline.ts';
import { CASE_FILE_DUTY, OMBUDSMAN_REGIME } from '../../../domain/ombudsman-duty.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { FolderIcon } from '../../ui/more-icons.tsx';
import { StatusBlock } from '../../ui/StatusBlock.tsx';
import { useCase } from '../CaseContext.tsx';
import { leads } from '../model/leads.ts';
import { type Reading, statusText } from '../model/status.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useCountedReading } from '../use-reading.ts';
import { useSpoken } from '../use-spoken.ts';
import { Lead } from './Lead.tsx';
import { SETTLED_BLOCKS, type SettledKind } from './settled-block.tsx';
import { useRedressText } from './use-redress-text.ts';

export type { SettledKind } from './settled-block.tsx';

export interface SettledViewProps {
  readonly kind: SettledKind;
  readonly record: ClockRecord;
  readonly reading: Reading;
}

function SettledBlock({ kind, record, reading }: SettledViewProps) {
  const redress = useRedressText(record, reading.language);
  const block = SETTLED_BLOCKS[kind]({ record, reading, redress });
  const text = block.due ?? block.distance ?? '';
  useSpoken(kind, reading.language.say('live.view', { title: block.title, text }));
  return <StatusBlock {...block} />;
}

/** What the ombudsman waits for, by the date that it has set itself. */
function CaseFileLead({ deadline }: { deadline: Deadline }) {
  const reading = useCountedReading();
  const { say } = reading.language;
  const { act } = useSidebar();
  const { allowed } = useCase();
  const { tone, state, due, distance } = statusText(deadline, reading);
  const title = say('referral.fileDuty');
  useSpoken(`${title} ${state} ${due}`, say('live.status', { step: title, state: say(state), due }));
  return (
    <StatusBlock
      tone={tone}
      icon={<FolderIcon />}
      title={title}
      state={say(state)}
      due={due}
      distance={say('referral.setBy', { distance })}
      action={
        allowed.includes('ombudsman_date') ? (
          <LinkButton onClick={() => act('ombudsman_date')}>{say('referral.change')}</LinkButton>
        ) : undefined
      }
    />
  );
}

/** A case whose formal response is out: where it stands, or what is owed all the same. */
export function SettledView({ kind, record, reading }: SettledViewProps) {
  const { leading, byPost } = useCase();
  const settled = <SettledBlock kind={kind} record={record} reading={reading} />;
  if (!leading || kind === 'closed' || kind === 'ended') return settled;
  if (leading.regime === OMBUDSMAN_REGIME && leading.duty === CASE_FILE_DUTY) {
    return <CaseFileLead deadline={leading} />;
  }
  if (!leads(leading, reading.now)) return settled;
  const lead = <Lead leading={leading} record={record} byPost={byPost} />;
  if (kind !== 'responded') return lead;
  return (
    <>
      {settled}
      {lead}
    </>
  );
}
