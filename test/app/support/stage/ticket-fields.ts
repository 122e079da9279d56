import type { SeedFile } from '../../../sandbox/index.ts';
import { fields } from './ids.ts';

const option = (prefix: string) => (name: string) => ({
  name: name.replaceAll('_', ' '),
  value: `${prefix}${name}`,
});

/** The fields of the set-up, and more than one page of others. */
export function ticketFields(): NonNullable<SeedFile['ticket_fields']> {
  const field = (key: string, id: number, rest: object) => ({
    id,
    title: `Complaint: ${key}`,
    description: `Kept by Complaint Clock. [complaint-clock:field:${key}]`,
    ...rest,
  });
  const tagger = (prefix: string, names: string[]) => ({
    type: 'tagger',
    custom_field_options: names.map(option(prefix)),
  });
  // More than one page of fields that are none of ours, and not in use.
  const others = Array.from({ length: 105 }, (_, index) => ({
    id: 500 + index,
    title: `Old field ${index}`,
    type: 'text',
    active: false,
  }));
  return [
    ...others,
    field('record', fields.record, { type: 'textarea' }),
    field('channel', fields.channel, tagger('complaint_by_', ['form', 'letter', 'email', 'phone', 'other'])),
    field('category', fields.category, tagger('complaint_about_', ['billing', 'outage', 'staff'])),
    field('outcome', fields.outcome, tagger('complaint_outcome_', ['upheld', 'partly_upheld', 'not_upheld'])),
    field('flags', fields.flags, {
      ...tagger('complaint_flag_', ['data_protection', 'needs_support', 'abusive_behaviour']),
      type: 'multiselect',
    }),
    field(
      'redress',
      fields.redress,
      tagger('complaint_redress_', ['none', 'apology', 'credit', 'refund', 'compensation', 'work']),
    ),
    field('redress_amount', fields.redress_amount, { type: 'text' }),
    field(
      'delay_reason',
      fields.delay_reason,
      tagger('complaint_delay_', ['engineer_report', 'customer', 'workload', 'oversight', 'other']),
    ),
    field('summary', fields.summary, { type: 'textarea' }),
    ...(['references', 'staff', 'times', 'phones', 'emails'] as const).map((kind) =>
      field(`evidence_${kind}`, fields[`evidence_${kind}`], { type: 'text' }),
    ),
  ];
}
