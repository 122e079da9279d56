import { EVIDENCE_KINDS, type EvidenceKind } from '../../../domain/evidence-kinds.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { FieldKey } from '../../../domain/terms.ts';
import type { TextKey } from '../../ui/language.ts';
import type { AccountFields } from '../../zaf/account.ts';
import type { Ticket } from '../../zaf/tickets.ts';

const FIELDS: Readonly<Record<EvidenceKind, FieldKey>> = {
  references: 'evidence_references',
  staff: 'evidence_staff',
  times: 'evidence_times',
  phones: 'evidence_phones',
  emails: 'evidence_emails',
};

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, TextKey>> = {
  references: 'details.references',
  staff: 'details.staff',
  times: 'details.times',
  phones: 'details.phones',
  emails: 'details.emails',
};

export interface Evidence {
  readonly kind: EvidenceKind;
  /** Empty where it is missing. */
  readonly text: string;
}

/** What the company asks for as evidence, and what of it the ticket has; kinds without a field can't be kept. */
export function evidenceOf(ticket: Ticket, fields: AccountFields, policy: Policy | undefined): Evidence[] {
  const kinds = policy?.guidance.evidence ?? EVIDENCE_KINDS;
  return kinds.flatMap((kind) => {
    const field = fields[FIELDS[kind]];
    return field ? [{ kind, text: ticket.fields.get(field.id) ?? '' }] : [];
  });
}
