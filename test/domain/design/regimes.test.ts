import { describe, expect, it } from 'vitest';
import { openDeadlines } from '../../../domain/deadline.ts';
import { refusedExtensions } from '../../../domain/deadlines.ts';
import { choosePolicy } from '../../../domain/policy-choice.ts';
import { explain } from '../../../domain/reasons.ts';
import { ask4, at, caseOf, deadlineFor, deadlinesFor, england, event, policyWith } from '../support.ts';
import { acknowledged, find, received, responded, updated } from './story.ts';

describe('several regimes may run on one case at once', () => {
  const flagged = event('received', '2026-06-24 15:00', { channel: 'email', flags: ['data_protection'] });
  const deadlines = deadlinesFor([flagged, acknowledged, updated, responded], ask4);

  it('the policy, the hard cap and the data-protection duty, each is shown', () => {
    expect(deadlines.map(({ regime, hardCap }) => `${regime} ${hardCap}`)).toEqual([
      'ask4 false',
      'ask4 false',
      'ask4 false',
      'ofcom-adr true',
      'uk-data-protection false',
    ]);
  });

  it('the next due is the earliest open one', () => {
    const open = openDeadlines(deadlinesFor([flagged], ask4), flagged.at);
    expect(open.map(({ duty }) => duty)).toEqual([
      'acknowledgement',
      'data_protection_acknowledgement',
      'adr_letter',
    ]);
  });

  it('each is counted by its own rules: what the data-protection duty rolls, the hard cap keeps', () => {
    const easter = event('received', '2027-02-19 10:00', { channel: 'email', flags: ['data_protection'] });
    const on = deadlinesFor([easter], ask4);
    expect(deadlineFor('data_protection_acknowledgement', on).dueDate).toBe('2027-03-22');
    expect(deadlineFor('adr_letter', on).dueDate).toBe('2027-04-02');
    const friday = event('received', '2026-11-13 10:00', { channel: 'email', flags: ['data_protection'] });
    expect(deadlineFor('adr_letter', deadlinesFor([friday], ask4)).dueDate).toBe('2026-12-25');
  });

  it('every deadline carries its reasons, by the counting of its own regime', () => {
    for (const deadline of deadlines) {
      const reasons = explain(deadline, england, ask4.counting);
      expect(reasons.at(-1)).toMatchObject({ code: 'due', date: deadline.dueDate });
    }
    const codes = explain(
      deadlineFor(
        'data_protection_acknowledgement',
        deadlinesFor([event('received', '2026-06-19 10:00', { flags: ['data_protection'] })], ask4),
      ),
      england,
      ask4.counting,
    ).map(({ code, date }) => `${code} ${date}`);
    expect(codes).toEqual([
      'anchor 2026-06-19',
      'period 2026-07-19',
      'weekend 2026-07-19',
      'end_rolled 2026-07-20',
      'due 2026-07-20',
    ]);
  });
});

it('extensions never move a hard cap', () => {
  const told = { duty: 'adr_letter', within: '1 week', reason: 'more time' };
  const events = [received, event('extended', '2026-06-30 10:00', told)];
  expect(find('adr_letter', ...events)).toEqual(find('adr_letter', received));
  expect(refusedExtensions(caseOf(events, ask4), ask4, england).map(({ why }) => why)).toEqual(['hard_cap']);
});

it('a case keeps the policy version in force when it was received, unless the new one applies to open cases', () => {
  const week = { id: 'week', after: 'received', within: '1 week', doneBy: ['responded'], warn: '1 day' };
  const next = (appliesToOpenCases: boolean) =>
    policyWith({
      version: '2',
      effectiveFrom: '2026-07-01',
      appliesToOpenCases,
      regimes: [{ id: 'ask4', source: 'a test', duties: [week] }],
    });
  const question = { brandId: null, formId: null, receivedAt: received.at, now: at('2026-07-02') };
  const duties = (applies: boolean) => {
    const policy = choosePolicy([ask4, next(applies)], question);
    return policy && deadlinesFor([received], policy).map(({ duty }) => duty);
  };
  expect(duties(false)).toEqual(['acknowledgement', 'update', 'response', 'adr_letter']);
  expect(duties(true)).toEqual(['week']);
});
