import type { ReactNode } from 'react';
import { FLAGS } from '../../../domain/terms.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Stack } from '../../ui/layout.tsx';
import { ACTIONS } from '../actions/registry.ts';
import { useCase } from '../CaseContext.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { EVIDENCE_NAMES, type Evidence } from './evidence.ts';
import { Facts, Small, Way } from './parts.tsx';

const FLAG_NAMES: Readonly<Record<(typeof FLAGS)[number], TextKey>> = {
  data_protection: 'details.flagData',
  needs_support: 'details.flagSupport',
  abusive_behaviour: 'details.flagBehaviour',
};

const CHANNELS: Readonly<Record<string, TextKey>> = {
  form: 'form.byForm',
  letter: 'form.byLetter',
  email: 'form.byEmail',
  phone: 'details.byPhone',
  other: 'form.byOther',
};

type Fact = readonly [name: string, text: string | undefined];

/** What the record and the ticket's fields tell; what is not known is left out. */
function useFacts(): Fact[] {
  const { when, language } = useEnvironment();
  const { say } = language;
  const { ticket, fields, environment } = useSidebar();
  const { record } = useCase();
  const chosen = fields.category && ticket.fields.get(fields.category.id);
  const note = (topic: string) => record.notes?.find((one) => one.topic === topic);
  const flags = FLAGS.filter((flag) => record.flags?.includes(flag)).map((flag) => say(FLAG_NAMES[flag]));
  const by = CHANNELS[record.channel];
  const spoken = note('representative');
  const { id, version } = record.policy;
  return [
    [say('form.summary'), fields.summary && ticket.fields.get(fields.summary.id)],
    [say('form.about'), fields.category?.options.find(({ value }) => value === chosen)?.name],
    [say('form.channel'), by ? say(by) : record.channel],
    [
      say('details.firstMade'),
      record.firstMadeAt === undefined ? undefined : when.moment(record.firstMadeAt),
    ],
    [say('details.flags'), flags.join(', ')],
    [
      say('details.representative'),
      spoken && say('details.consent', { date: when.day(when.today(spoken.at)) }),
    ],
    [say('details.language'), languageName(note('language')?.language, language.tag)],
    [say('details.reference'), record.notes?.findLast(({ reference }) => reference)?.reference],
    [say('details.policy'), say('details.policyVersion', { id, version })],
    [say('details.service'), environment.serviceUrl ? undefined : say('details.noService')],
  ];
}

function languageName(code: string | undefined, tag: string): string | undefined {
  return code && (new Intl.DisplayNames([tag], { type: 'language' }).of(code) ?? code);
}

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }): ReactNode {
  const { say } = useEnvironment().language;
  const { allowed } = useCase();
  const { act } = useSidebar();
  const missing = evidence.some(({ text }) => text === '');
  const canAsk = allowed.includes('ask_evidence') && ACTIONS.ask_evidence.Form;
  return (
    <>
      <Facts>
        {evidence.map(({ kind, text }) => (
          <Pair key={kind} name={say(EVIDENCE_NAMES[kind])}>
            {text || <Small as="span">{say('details.missing')}</Small>}
          </Pair>
        ))}
      </Facts>
      {missing && canAsk ? <Way onClick={() => act('ask_evidence')}>{say('details.ask')}</Way> : null}
    </>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What the complaint is about, what sets it apart, and what there is to show for it. */
export function Details({ evidence }: { evidence: readonly Evidence[] }) {
  const facts = useFacts();
  return (
    <Stack $gap={12}>
      <Facts>
        {facts.map(([name, text]) =>
          text ? (
            <Pair key={name} name={name}>
              {text}
            </Pair>
          ) : null,
        )}
      </Facts>
      {evidence.length > 0 ? <EvidenceList evidence={evidence} /> : null}
    </Stack>
  );
}
