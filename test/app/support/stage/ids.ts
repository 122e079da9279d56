/** Thursday, 9 April 2026, 10:12 in London and 11:12 in Berlin. */
export const NOW = '2026-04-09T09:12:00Z';

/** The service's own user. */
export const SERVICE = 10;

/** Agents by what they are there for: a language, or a role that may not do everything. */
export const agents = {
  english: 11,
  german: 12,
  notesOnly: 13,
  untagged: 14,
  spanish: 15,
  french: 16,
  dutch: 17,
} as const;

/** The fields of the set-up, by the key that their descriptions carry. */
export const fields = {
  record: 900,
  channel: 901,
  category: 902,
  outcome: 903,
  stage: 904,
  flags: 905,
  redress: 906,
  redress_amount: 907,
  delay_reason: 908,
  summary: 909,
  evidence_references: 910,
  evidence_staff: 911,
  evidence_times: 912,
  evidence_phones: 913,
  evidence_emails: 914,
} as const;
