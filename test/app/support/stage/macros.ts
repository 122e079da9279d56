import type { SeedFile } from '../../../sandbox/index.ts';

const texts = {
  acknowledgement: '<p>Thank you. We have received your complaint.</p>',
  how_to_complain:
    '<p>Please use our online form or write to Customer Complaints, 14 Fitzwilliam Street.</p>',
  status_update:
    '<p>We are still looking into your complaint.</p><p>[what we have done so far]</p><p>You will hear from us again soon.</p>',
  response_upheld:
    '<p>This is our formal response to your complaint.</p><p>We uphold it.</p><p>If you disagree, you may appeal.</p>',
  response_partly_upheld:
    '<p>This is our formal response to your complaint.</p><p>We uphold it in part.</p><p>If you disagree, you may appeal.</p>',
  response_not_upheld:
    '<p>This is our formal response to your complaint.</p><p>We do not uphold it.</p><p>If you disagree, you may appeal.</p>',
  appeal_acknowledgement: '<p>We have received your appeal, and somebody else looks at your complaint.</p>',
  appeal_outcome: '<p>We have looked at your complaint again.</p><p>This is what came of it.</p>',
  adr_letter: '<p>We could not agree.</p><p>You may go to the ombudsman, free of charge.</p>',
  ask_evidence: '<p>Please send us what helps to look into your complaint.</p>',
  extension: '<p>We need longer to answer your complaint, and are sorry for that.</p>',
  behaviour: '<p>We ask you to treat our colleagues with respect.</p>',
  data_protection: '<p>You may also turn to the data protection authority.</p>',
};

const tags: Record<string, string> = {
  acknowledgement: 'complaint_ack_sent',
  status_update: 'complaint_update_sent',
  response_upheld: 'complaint_response_sent',
  response_partly_upheld: 'complaint_response_sent',
  response_not_upheld: 'complaint_response_sent',
  appeal_acknowledgement: 'complaint_ack_sent',
  appeal_outcome: 'complaint_response_sent',
  adr_letter: 'complaint_adr_letter_sent',
};

/** The letters of the set-up, as the service writes them. */
export function macros(): NonNullable<SeedFile['macros']> {
  return Object.entries(texts).map(([key, html]) => ({
    title: `Complaint: ${key}`,
    description: `[complaint-clock:macro:${key}]`,
    actions: [
      { field: 'comment_value_html', value: html },
      ...(tags[key] ? [{ field: 'current_tags', value: tags[key] }] : []),
    ],
  }));
}
