import { COUNTING, date, offset, type SchemaText, text } from './schema-text.ts';

/** The regimes of a policy file and their duties. */
export const REGIMES_TEXTS: Readonly<Record<string, SchemaText>> = {
  regimes: text('Sets of duties, each with one source; they run side by side on one case.'),
  'regimes[]': text('A set of duties with one source.'),
  'regimes[].id': text('The name of the regime.', 'ofcom_adr'),
  'regimes[].source': text('The rule or policy that the duties come from.', 'Ofcom, General Condition C4'),
  'regimes[].authority': text(
    'Whose rule it is, as agents call them; limits are named after it: "Ofcom limit".',
    'Ofcom',
  ),
  'regimes[].hardCap': text('A regulator’s limit, which nothing extends.'),
  'regimes[].applies': {
    description: 'Which cases the regime applies to: those with a flag, or by a channel. Left out: all.',
    minProperties: 1,
  },
  'regimes[].applies.flags': text('Cases with one of these flags.'),
  'regimes[].applies.flags[]': text('A flag of the policy.', 'data_protection'),
  'regimes[].applies.channels': text('Cases that came by one of these channels.'),
  'regimes[].applies.channels[]': text('A channel of the policy.', 'letter'),
  'regimes[].inForce': text('The days on which a complaint must have been first made, both included.'),
  'regimes[].inForce.from': date('The first day.'),
  'regimes[].inForce.until': date('The last day.'),
  'regimes[].onRefusedChannel': text('Runs also where the company’s policy refuses the channel.'),
  'regimes[].counting': text('What the regime counts otherwise than the policy.'),
  'regimes[].counting.eventOnNonWorkingDay': text(COUNTING.eventOnNonWorkingDay),
  'regimes[].counting.endOnNonWorkingDay': text(COUNTING.endOnNonWorkingDay),
  'regimes[].counting.dayEnds': text(COUNTING.dayEnds),
  'regimes[].duties': text('The duties in the order in which they are done.'),
  'regimes[].duties[]': {
    description: 'One promise: after an event, within a length of time, done by one or more events.',
    oneOf: [
      { required: ['after', 'within'], not: { required: ['earliestOf'] } },
      {
        required: ['earliestOf'],
        not: { anyOf: [{ required: ['after'] }, { required: ['within'] }] },
      },
    ],
  },
  'regimes[].duties[].id': text('The name of the duty.', 'acknowledgement'),
  'regimes[].duties[].source': text('Where the number comes from, if not from the regime’s source.'),
  'regimes[].duties[].after': text('The event that the period is counted from, which is day 0.', 'received'),
  'regimes[].duties[].within': offset('The length of the period.', '24 hours', '3 working days'),
  'regimes[].duties[].earliestOf': text(
    'Instead of after and within: several periods, of which the one that ends first counts.',
  ),
  'regimes[].duties[].earliestOf[]': text('One of the periods.'),
  'regimes[].duties[].earliestOf[].after': text('The event that the period is counted from.', 'deadlock'),
  'regimes[].duties[].earliestOf[].within': offset('The length of the period.', '6 weeks'),
  'regimes[].duties[].doneBy': { description: 'The events that fulfil it.', examples: [['acknowledged']] },
  'regimes[].duties[].doneBy[]': text('An event that fulfils it.', 'acknowledged'),
  'regimes[].duties[].warn': offset('How long before the due time it counts as due soon.', '4 hours'),
  'regimes[].duties[].send': text('What the service sends by itself to fulfil it.'),
  'regimes[].duties[].extension': text(
    'May the deadline be moved: always with a reason, and told before it has passed.',
  ),
  'regimes[].duties[].extension.atMost': offset('All extensions together.', '10 working days'),
  'regimes[].duties[].extension.times': { description: 'How often.', examples: [1] },
  'regimes[].duties[].anotherHandler': text('To be done by somebody who did not write the formal response.'),
  'regimes[].duties[].blocksClosing': text(
    'False: a solved ticket closes the case although the duty is open, and that ends the duty.',
  ),
};
