import { describe, expect, it } from 'vitest';
import { openDeadlines } from '../../../domain/deadline.ts';
import { at, deadlineFor, deadlinesFor, event, policyOf } from '../support.ts';
import { later } from './later.ts';

describe('several regimes may run on one case at once', () => {
  const own = [
    { id: 'ack', after: 'received', within: '24 hours', doneBy: ['acknowledged'], warn: '4 hours' },
    {
      id: 'response',
      after: 'received',
      within: '4 weeks',
      doneBy: ['responded'],
      warn: '1 week',
      extension: {},
    },
  ];
  const cap = [
    { id: 'letter', after: 'received', within: '6 weeks', doneBy: ['adr_letter_sent'], warn: '1 week' },
    { id: 'talk', after: 'deadlock', within: '3 days', doneBy: ['adr_letter_sent'], warn: '1 day' },
  ];
  const policy = policyOf([], {
    regimes: [
      { id: 'own', source: 'a test', duties: own },
      { id: 'cap', source: 'a test', hardCap: true, duties: cap },
    ],
  });
  const wed = event('received', '2026-04-08 09:00', { channel: 'email' });

  it('each is shown, in the order of the policy', () => {
    const chain = deadlinesFor([wed], policy);
    expect(chain.map(({ regime, duty, dueDate }) => [regime, duty, dueDate])).toEqual([
      ['own', 'ack', '2026-04-09'],
      ['own', 'response', '2026-05-06'],
      ['cap', 'letter', '2026-05-20'],
    ]);
  });

  it('the next due is the earliest open one', () => {
    const chain = deadlinesFor([wed, event('acknowledged', '2026-04-08 10:00')], policy);
    expect(openDeadlines(chain, wed.at).map(({ duty }) => duty)).toEqual(['response', 'letter']);
  });

  it('a duty that hangs on what has not happened and need not is not there', () => {
    const chain = deadlinesFor([wed, event('deadlock', '2026-04-10 09:00')], policy);
    expect(deadlineFor('talk', chain)).toMatchObject({
      anchorAt: at('2026-04-10 09:00'),
      dueDate: '2026-04-13',
    });
  });

  it("a response in one regime leaves the other's duties open", () => {
    const chain = deadlinesFor([wed, event('responded', '2026-04-20 09:00')], policy);
    expect(openDeadlines(chain, later).map(({ duty }) => duty)).toEqual(['letter']);
  });

  it('extensions add to a deadline and never move a hard cap', () => {
    const more = { duty: 'response', within: '10 working days', reason: 'waiting for an engineer' };
    const onCap = { ...more, duty: 'letter' };
    const chain = deadlinesFor(
      [wed, event('extended', '2026-04-20 09:00', more), event('extended', '2026-04-21 09:00', onCap)],
      policy,
    );
    expect(chain.map(({ duty, dueDate, hardCap }) => [duty, dueDate, hardCap])).toEqual([
      ['ack', '2026-04-09', false],
      ['response', '2026-05-20', false],
      ['letter', '2026-05-20', true],
    ]);
    expect(deadlineFor('response', chain).warnAt).toBe(at('2026-05-13'));
  });

  it('extensions of one duty add up; one that nobody can read adds nothing', () => {
    const by = (within: string) =>
      event('extended', '2026-04-20 09:00', { duty: 'response', within, reason: 'parts' });
    const chain = deadlinesFor([wed, by('1 week'), by('soon'), by('2 days')], policy);
    expect(deadlineFor('response', chain).dueDate).toBe('2026-05-15');
  });
});
