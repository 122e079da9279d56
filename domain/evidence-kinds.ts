/** The kinds of evidence that a complaint may be asked for, each with a ticket field of its own. */
export const EVIDENCE_KINDS = ['references', 'staff', 'times', 'phones', 'emails'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
