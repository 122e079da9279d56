import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../domain/deadline.ts';
import { refusedExtensions } from '../../domain/deadlines.ts';
import type { CaseEvent } from '../../domain/events.ts';
import { projectNow } from '../../domain/projection.ts';
import { reasonText } from '../../domain/reason-text.ts';
import { explain } from '../../domain/reasons.ts';
import {
  ask4,
  at,
  calendarOf,
  caseOf,
  type Draft,
  deadlineFor,
  deadlinesFor,
  event,
  policyOf,
} from './support.ts';

/** Received on Mon 1 Jun 2026; ten working days end on Mon 15 Jun. */
const received = event('received', '2026-06-01 10:00', { channel: 'email' });
const policyWithRule = (extension: Draft | undefined, regime: Draft = {}) =>
  policyOf(
    [
      {
        id: 'response',
        after: 'received',
        within: '10 working days',
        doneBy: ['responded'],
        ...(extension ? { extension } : {}),
      },
    ],
    {},
    regime,
  );

function extended(within: string, when = '2026-06-08 10:00', extras: Partial<CaseEvent> = {}): CaseEvent {
  return event('extended', when, { duty: 'response', within, reason: 'an engineer is awaited', ...extras });
}

/** The due date, and why each extension was refused. */
function outcome(policy: ReturnType<typeof policyWithRule>, ...events: CaseEvent[]): [string, ...string[]] {
  const all = [received, ...events];
  const refused = refusedExtensions(caseOf(all, policy), policy, calendarOf(policy));
  return [deadlineFor('response', deadlinesFor(all, policy)).dueDate, ...refused.map(({ why }) => why)];
}

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

describe('a projected deadline that was extended', () => {
  const policy = policyOf([
    { id: 'ack', after: 'received', within: '24 hours', doneBy: ['acknowledged'] },
    {
      id: 'response',
      after: 'acknowledged',
      within: '3 working days',
      doneBy: ['responded'],
      extension: { atMost: '5 working days' },
    },
  ]);
  const told = extended('5 working days', '2026-06-01 12:00');
  const deadlines = deadlinesFor([received, told], policy);
  const response = (now: string) =>
    deadlineFor('response', projectNow(deadlines, calendarOf(policy), policy.counting, at(now)));

  it('stays extended while what it hangs on is overdue', () => {
    expect(response('2026-06-02 09:00').dueDate).toBe('2026-06-12');
    expect(response('2026-06-08 09:00')).toMatchObject({
      anchorAt: at('2026-06-08 09:00'),
      dueDate: '2026-06-18',
      dueAt: at('2026-06-19'),
      warnAt: at('2026-06-18 23:00'),
      extensions: [{ at: told.at, dueDate: '2026-06-11', dueAt: at('2026-06-12') }],
    });
  });
});

it('the promise of the shipped policy foresees no extension', () => {
  const events = [received, extended('1 week')];
  const refused = refusedExtensions(caseOf(events, ask4), ask4, calendarOf(ask4));
  expect(refused.map(({ why }) => why)).toEqual(['not_foreseen']);
});
