import { Field, Input } from '@zendeskgarden/react-forms';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../domain/evidence-kinds.ts';
import type { Policy } from '../../../domain/policy.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import type { TextKey } from '../../ui/language.ts';
import { Help, Stack } from '../../ui/layout.tsx';
import type { AccountFields } from '../../zaf/account.ts';

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, TextKey>> = {
  references: 'evidence.references',
  staff: 'evidence.staff',
  times: 'evidence.times',
  phones: 'evidence.phones',
  emails: 'evidence.emails',
};

/** The kinds that the policy asks for, as far as the account has a field for them. */
export function kindsIn(fields: AccountFields, policy: Policy | undefined): EvidenceKind[] {
  const asked = policy?.guidance.evidence ?? EVIDENCE_KINDS;
  return EVIDENCE_KINDS.filter((kind) => asked.includes(kind) && fields[`evidence_${kind}`]);
}

export interface EvidenceFieldsProps {
  readonly kinds: readonly EvidenceKind[];
  readonly values: Readonly<Partial<Record<EvidenceKind, string>>>;
  readonly onChange: (kind: EvidenceKind, value: string) => void;
}

/** What was found in the customer's text, to be corrected. */
export function EvidenceFields({ kinds, values, onChange }: EvidenceFieldsProps) {
  const { say } = useEnvironment().language;
  return (
    <Stack $gap={12}>
      <Help style={{ textAlign: 'left' }}>{say('evidence.text')}</Help>
      {kinds.map((kind) => (
        <Field key={kind}>
          <Field.Label>{say(EVIDENCE_NAMES[kind])}</Field.Label>
          <Input
            isCompact
            autoComplete="off"
            maxLength={500}
            value={values[kind] ?? ''}
            onChange={(event) => onChange(kind, event.target.value)}
          />
        </Field>
      ))}
    </Stack>
  );
}
