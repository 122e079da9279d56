/** What people choose about a complaint, besides its outcome and what it is about. */
export const PEOPLES_DROP_DOWNS = {
  redress: 'What the customer gets for what went wrong.',
  delay_reason: 'Why something was late; reports count delays by it.',
} as const;

/** Several may be chosen. */
export const FLAGS_DESCRIPTION =
  'What sets the complaint apart. Personal data starts a period of its own where the law has one.';

/** What people enter in words. */
export const TEXTS = {
  redress_amount: 'What the redress is worth, as in 25.00 GBP.',
  evidence_references: 'Numbers of earlier messages and tickets.',
  evidence_staff: 'Members of staff that the customer was in touch with.',
  evidence_times: 'When it happened, and when the customer called.',
  evidence_phones: 'Numbers that the customer called from.',
  evidence_emails: 'E-mail addresses that the customer wrote from or to.',
} as const;

export const SUMMARY = 'What happened, and what the customer would like, in a few words.';
