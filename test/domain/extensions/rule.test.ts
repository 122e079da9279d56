import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import { refusedExtensions } from '../../../domain/deadlines.ts';
import type { CaseEvent } from '../../../domain/events.ts';
import { reasonText } from '../../../domain/reason-text.ts';
import { explain } from '../../../domain/reasons.ts';
import { ask4, at, calendarOf, caseOf, deadlineFor, deadlinesFor, event } from '../support.ts';
import { extended, outcome, policyWithRule, received } from './story.ts';

describe('an extension', () => {
  it('adds to the deadline: mon_15_jun and 10 working days is mon_29_jun', () => {
    expect(outcome(policyWithRule({}), extended('10 working days'))).toEqual(['2026-06-29']);
  });

  it('keeps the old date', () => {
    const policy = policyWithRule({});
    const told = extended('10 working days');
    expect(deadlineFor('response', deadlinesFor([received, told], policy)).extensions).toEqual([
      {
        at: told.at,
        within: { amount: 10, unit: 'working_days' },
        dueAt: at('2026-06-16'),
        dueDate: '2026-06-15',
      },
    ]);
  });

  it('needs a rule in the duty', () => {
    expect(outcome(policyWithRule(undefined), extended('1 week'))).toEqual(['2026-06-15', 'not_foreseen']);
  });

  it('needs a reason', () => {
    const [told, empty] = [extended('1 week'), extended('1 week', '2026-06-08 10:00', { reason: '' })];
    const { reason: _, ...silent } = told;
    expect(outcome(policyWithRule({}), silent)).toEqual(['2026-06-15', 'no_reason']);
    expect(outcome(policyWithRule({}), empty)).toEqual(['2026-06-15', 'no_reason']);
  });

  it('needs a length that can be read', () => {
    expect(outcome(policyWithRule({}), extended('soon'))).toEqual(['2026-06-15', 'no_length']);
  });

  it('is told before the limit: on mon_15_jun yes, on tue_16_jun no', () => {
    const policy = policyWithRule({});
    expect(outcome(policy, extended('1 week', '2026-06-15 23:59'))).toEqual(['2026-06-22']);
    expect(outcome(policy, extended('1 week', '2026-06-16 00:00'))).toEqual(['2026-06-15', 'too_late']);
  });

  it('may follow another, told before that one has passed', () => {
    const policy = policyWithRule({});
    const first = extended('1 week');
    expect(outcome(policy, first, extended('2 days', '2026-06-22 23:00'))).toEqual(['2026-06-24']);
    expect(outcome(policy, first, extended('2 days', '2026-06-23 00:00'))).toEqual([
      '2026-06-22',
      'too_late',
    ]);
  });

  it('is no longer than the policy allows, all of them together', () => {
    const policy = policyWithRule({ atMost: '10 working days' });
    expect(outcome(policy, extended('10 working days'))).toEqual(['2026-06-29']);
    expect(outcome(policy, extended('11 working days'))).toEqual(['2026-06-15', 'too_long']);
    expect(outcome(policy, extended('6 working days'), extended('5 working days'))).toEqual([
      '2026-06-23',
      'too_long',
    ]);
    expect(outcome(policy, extended('6 working days'), extended('4 working days'))).toEqual(['2026-06-29']);
  });

  it('comes no more often than the policy allows', () => {
    const policy = policyWithRule({ times: 1 });
    expect(outcome(policy, extended('1 week'), extended('1 day'))).toEqual(['2026-06-22', 'too_often']);
    expect(outcome(policy, extended('soon'), extended('1 week'))).toEqual(['2026-06-22', 'no_length']);
  });

  it('is for the duty that it names, and for the regime where it names one', () => {
    const policy = policyWithRule({});
    const of = (extras: Partial<CaseEvent>) =>
      outcome(policy, extended('1 week', '2026-06-08 10:00', extras));
    expect(of({ regime: 'own' })).toEqual(['2026-06-22']);
    expect(of({ regime: 'other' })).toEqual(['2026-06-15', 'unknown_duty']);
    expect(of({ duty: 'update' })).toEqual(['2026-06-15', 'unknown_duty']);
  });

  it('rolls as the policy counts: mon_15_jun and 5 days is sat_20_jun, rolled mon_22_jun', () => {
    const rolling = policyWithRule({}, { counting: { endOnNonWorkingDay: 'roll_forward' } });
    expect(outcome(policyWithRule({}), extended('5 days'))).toEqual(['2026-06-20']);
    expect(outcome(rolling, extended('5 days'))).toEqual(['2026-06-22']);
  });

  it('makes what was late by the old date in time', () => {
    const events = [received, extended('1 week'), event('responded', '2026-06-22 12:00')];
    const response = deadlineFor('response', deadlinesFor(events, policyWithRule({})));
    expect(deadlineState(response, at('2026-07-01'))).toBe('met');
  });

  it('is explained from the old due date on', () => {
    const policy = policyWithRule({ atMost: '10 working days' });
    const response = deadlineFor('response', deadlinesFor([received, extended('2 working days')], policy));
    const reasons = explain(response, calendarOf(policy), policy.counting);
    expect(reasons.slice(-4).map((reason) => reasonText(reason, 'en', policy.timeZone))).toEqual([
      'extended on Mon 8 Jun 2026 by 2 working days; it was due Mon 15 Jun 2026',
      'Tue 16 Jun 2026: working day 1',
      'Wed 17 Jun 2026: working day 2',
      'due Wed 17 Jun 2026, 24:00',
    ]);
  });
});

it('the promise of the shipped policy foresees no extension', () => {
  const events = [received, extended('1 week')];
  const refused = refusedExtensions(caseOf(events, ask4), ask4, calendarOf(ask4));
  expect(refused.map(({ why }) => why)).toEqual(['not_foreseen']);
});
