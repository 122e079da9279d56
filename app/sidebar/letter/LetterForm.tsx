import { Button } from '@zendeskgarden/react-buttons';
import type { FormEvent } from 'react';
import { EVIDENCE_KINDS } from '../../../domain/evidence-kinds.ts';
import { findEvidence } from '../../../domain/text/evidence.ts';
import { Disclosures } from '../../ui/Disclosures.tsx';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { Heading, Help, Row, Stack } from '../../ui/layout.tsx';
import type { AccountFields } from '../../zaf/account.ts';
import type { Host, Requester } from '../../zaf/host.ts';
import { EVIDENCE_NAMES, EvidenceFields } from '../evidence/EvidenceFields.tsx';
import { EarlierCall } from '../record/CustomerFields.tsx';
import { timesOf } from '../record/entry.ts';
import { Facts } from '../record/Facts.tsx';
import { focusFault } from '../record/focus-fault.ts';
import { CategoryField, FlagFields, SummaryField } from '../record/MatterFields.tsx';
import { PreviewBox } from '../record/PreviewBox.tsx';
import type { Rules } from '../record/preview.ts';
import { LetterReceipt } from '../record/ReceiptFields.tsx';
import { useAction } from '../use-action.ts';
import { type RecordEntryState, useRecordEntry } from '../use-record-entry.ts';
import { prepareLetter } from './prepare-letter.ts';

/** Each kind of evidence as the agent has it, or as the summary tells it. */
function evidenceOf({ entry }: Pick<RecordEntryState, 'entry'>) {
  const found = findEvidence(entry.summary);
  return Object.fromEntries(
    EVIDENCE_KINDS.map(
      (kind) => [kind, entry.evidence[kind] ?? found[kind].map(({ text }) => text).join(', ')] as const,
    ),
  );
}

export interface LetterFormProps {
  readonly host: Host;
  readonly fields: AccountFields;
  readonly requester: Requester | undefined;
  readonly rules: Rules | undefined;
  /** `prepared`: the ticket carries the letter now. */
  readonly onDone: (prepared: boolean) => void;
}

function useLetterForm({ host, fields, onDone }: LetterFormProps) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const announce = useAnnounce();
  const action = useAction();
  const { finish, clear, ...state } = useRecordEntry('letter', { channel: 'letter' });
  const evidence = evidenceOf(state);
  const leave = (): void => {
    clear();
    onDone(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const recording = finish();
    if (recording?.receivedAt === undefined) {
      focusFault(event.currentTarget);
      return;
    }
    const { receivedAt } = recording;
    void action.run(async () => {
      await prepareLetter(host.draft, fields, {
        ...recording,
        receivedAt,
        evidence,
        subject: say('letter.subject', { date: when.day(when.today(receivedAt)) }),
        note: say('letter.note', { when: when.moment(receivedAt) }),
        lineOf: (key, text) => {
          const kind = EVIDENCE_KINDS.find((one) => key === `evidence_${one}`);
          return kind ? `${say(EVIDENCE_NAMES[kind])}: ${text}` : text;
        },
      });
      announce(say('letter.ready'));
      onDone(true);
    });
  };
  return { ...state, action, evidence, leave, submit };
}

/** What is known of a complaint that came by post, for the ticket that is being written. */
export function LetterForm(props: LetterFormProps) {
  const { language, when } = useEnvironment();
  const { say } = language;
  const { fields, requester, rules } = props;
  const { action, evidence, leave, submit, ...state } = useLetterForm(props);
  const { entry, change } = state;
  const { receivedAt, firstMadeAt } = timesOf(entry, when.zone);
  const sender = requester ? requester.name || (requester.email ?? '') : say('letter.senderMissing');
  const thought = receivedAt !== undefined && {
    channel: 'letter',
    receivedAt,
    firstMadeAt,
    flags: entry.flags,
    acknowledged: requester?.email !== undefined,
  };
  return (
    <form noValidate onSubmit={submit} aria-label={say('letter.title')}>
      <Stack $gap={16}>
        <Row>
          <Heading tabIndex={-1}>{say('letter.title')}</Heading>
          <LinkButton onClick={leave}>{say('common.cancel')}</LinkButton>
        </Row>
        <Facts facts={[{ id: 'sender', label: say('letter.sender'), when: sender }]} />
        <LetterReceipt {...state} />
        <CategoryField {...state} fields={fields} />
        <SummaryField {...state} fields={fields} proposal="" />
        <FlagFields {...state} fields={fields} />
        <PreviewBox thought={thought || undefined} rules={rules} />
        <Failure text={action.failure} />
        <Stack $gap={8}>
          <Button isPrimary isStretched type="submit" disabled={action.busy}>
            {say('letter.submit')}
          </Button>
          <Help>{say('letter.submitHelp')}</Help>
        </Stack>
      </Stack>
      <Disclosures
        parts={[
          {
            id: 'evidence',
            title: say('form.evidence'),
            content: (
              <EvidenceFields
                kinds={EVIDENCE_KINDS}
                values={evidence}
                onChange={(kind, value) => change({ evidence: { ...entry.evidence, [kind]: value } })}
              />
            ),
          },
          { id: 'first', title: say('form.first'), content: <EarlierCall {...state} /> },
        ]}
      />
    </form>
  );
}
