import { Button } from '@zendeskgarden/react-buttons';
import type { EvidenceKind } from '../../../domain/evidence-kinds.ts';
import { firstSentences } from '../../../domain/text/summary.ts';
import { Disclosures } from '../../ui/Disclosures.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Heading, Help, Row, Stack } from '../../ui/layout.tsx';
import { EvidenceFields } from '../evidence/EvidenceFields.tsx';
import { useEvidence } from '../evidence/use-evidence.ts';
import { RecordAccess } from '../guards/RecordAccess.tsx';
import { type CustomerTexts, useCustomerTexts } from '../hint/use-customer-texts.ts';
import { CustomerFields } from '../record/CustomerFields.tsx';
import { type RecordEntry, timesOf } from '../record/entry.ts';
import { CategoryField, FlagFields, SummaryField } from '../record/MatterFields.tsx';
import { PreviewBox } from '../record/PreviewBox.tsx';
import { ChannelChoice, type EntryPart, LetterReceipt } from '../record/ReceiptFields.tsx';
import { type RecordFormProps, useRecordForm } from '../record/use-record-form.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useRequester } from '../use-requester.ts';

function AcknowledgementHelp() {
  const { say } = useEnvironment().language;
  const requester = useRequester();
  if (!requester) return null;
  return <Help>{requester.email ? say('form.mail', { name: requester.name }) : say('form.post')}</Help>;
}

/** Every date that the complaint would have, by what is entered so far. */
function EntryPreview({ entry, texts }: { entry: RecordEntry; texts: CustomerTexts }) {
  const { when } = useEnvironment();
  const { policy, calendar } = useSidebar();
  const requester = useRequester();
  const { receivedAt, firstMadeAt } = timesOf(entry, when.zone);
  const at = entry.channel === 'letter' ? receivedAt : texts.lastAt;
  const thought = at !== undefined && {
    channel: entry.channel ?? 'other',
    receivedAt: at,
    firstMadeAt,
    flags: entry.flags,
    acknowledged: requester?.email !== undefined,
  };
  return (
    <PreviewBox
      thought={thought || undefined}
      rules={policy && calendar ? { policy, calendar } : undefined}
    />
  );
}

interface MoreFieldsProps extends EntryPart {
  readonly kinds: readonly EvidenceKind[];
  readonly evidence: Readonly<Partial<Record<EvidenceKind, string>>>;
  readonly onCorrect: (kind: EvidenceKind, value: string) => void;
}

/** What not every complaint needs, behind a click. */
function MoreFields({ kinds, evidence, onCorrect, ...state }: MoreFieldsProps) {
  const { say } = useEnvironment().language;
  const count = kinds.filter((kind) => evidence[kind]).length;
  const found = {
    id: 'evidence',
    title: say('form.evidence'),
    count: say('form.found', { n: count }),
    content: <EvidenceFields kinds={kinds} values={evidence} onChange={onCorrect} />,
  };
  const customer = {
    id: 'customer',
    title: say('form.customer'),
    content: <CustomerFields {...state} />,
  };
  return <Disclosures parts={kinds.length > 0 ? [found, customer] : [customer]} />;
}

/** Records the ticket as a formal complaint in one update. */
export function RecordForm(props: RecordFormProps) {
  const { say } = useEnvironment().language;
  const texts = useCustomerTexts();
  const { kinds, evidence, action, correct, leave, submit, ...state } = useRecordForm(
    props,
    useEvidence(texts),
  );
  const { entry, faults } = state;
  const hidden = faults.first ?? faults.representative ?? faults.consent;
  return (
    <form noValidate onSubmit={submit} aria-label={say('form.title')}>
      <Stack $gap={16}>
        <Row>
          <Heading tabIndex={-1}>{say('form.title')}</Heading>
          <LinkButton onClick={leave}>{say('common.cancel')}</LinkButton>
        </Row>
        <RecordAccess />
        <ChannelChoice {...state} />
        {entry.channel === 'letter' ? <LetterReceipt {...state} /> : null}
        <CategoryField {...state} />
        <SummaryField {...state} proposal={firstSentences(texts.texts[0] ?? '')} />
        <FlagFields {...state} />
        <EntryPreview entry={entry} texts={texts} />
        <Failure text={action.failure ?? (hidden && say('form.customerFault'))} />
        <Stack $gap={8}>
          <Button isPrimary isStretched type="submit" disabled={action.busy}>
            {say(action.busy ? 'form.submitting' : 'form.submit')}
          </Button>
          <AcknowledgementHelp />
        </Stack>
      </Stack>
      <MoreFields {...state} kinds={kinds} evidence={evidence} onCorrect={correct} />
    </form>
  );
}
