import { describe, expect, it } from 'vitest';
import { type Draft, policyOf } from '../support.ts';
import { extended, outcome, policyWithRule } from './story.ts';

function ask4CapData(): Draft {
  return {
    id: 'cap',
    source: 'a test',
    hardCap: true,
    duties: [
      {
        id: 'adr_letter',
        after: 'first_made',
        within: '6 weeks',
        doneBy: ['adr_letter_sent'],
        warn: '1 week',
      },
    ],
  };
}

describe('a hard cap', () => {
  const hard = (extension: Draft) => policyWithRule(extension, { hardCap: true });

  it('is moved by nothing', () => {
    expect(outcome(hard({}), extended('1 day'))).toEqual(['2026-06-15', 'hard_cap']);
  });

  it('no other deadline is extended past it: six weeks from mon_1_jun end on mon_13_jul', () => {
    const own = {
      id: 'own',
      source: 'a test',
      duties: [
        {
          id: 'response',
          after: 'received',
          within: '10 working days',
          doneBy: ['responded'],
          warn: '1 day',
          extension: {},
        },
      ],
    };
    const policy = policyOf([], { regimes: [own, ask4CapData()] });
    expect(outcome(policy, extended('20 working days'))).toEqual(['2026-07-13']);
    expect(outcome(policy, extended('21 working days'))).toEqual(['2026-06-15', 'past_cap']);
    const letter = extended('1 week', '2026-06-08 10:00', { duty: 'adr_letter' });
    expect(outcome(policy, letter)).toEqual(['2026-06-15', 'hard_cap']);
  });
});
