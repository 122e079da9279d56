import { describe, expect, it } from 'vitest';
import { deadlineState, openDeadlines } from '../../domain/deadline.ts';
import { deadlinesOf } from '../../domain/deadlines.ts';
import { at, calendarOf, caseOf, deadlineFor, deadlinesFor, event, policyOf } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');
const updated = event('updated', '2026-04-09 16:00');
const responded = event('responded', '2026-04-20 10:00');
const later = at('2026-08-01');

describe('a chain', () => {
  it('the acknowledgement is counted from the receipt', () => {
    expect(deadlineFor('acknowledgement', deadlinesFor([received]))).toEqual({
      regime: 'ask4',
      duty: 'acknowledgement',
      doneBy: 'acknowledged',
      after: 'received',
      anchorAt: at('2026-04-01 15:00'),
      projected: false,
      within: { amount: 24, unit: 'hours' },
      dueAt: at('2026-04-02 15:00'),
      dueDate: '2026-04-02',
      warnAt: at('2026-04-02 11:00'),
      hardCap: false,
    });
  });

  it('the update is counted from the acknowledgement actually sent: thu_2_apr over Easter, due thu_9_apr', () => {
    expect(deadlineFor('update', deadlinesFor([received, acknowledged]))).toMatchObject({
      anchorAt: acknowledged.at,
      projected: false,
      dueDate: '2026-04-09',
      dueAt: at('2026-04-10'),
      warnAt: at('2026-04-08'),
    });
  });

  it('the response is counted from the first update actually sent: thu_9_apr, due mon_20_apr', () => {
    expect(deadlineFor('response', deadlinesFor([received, acknowledged, updated]))).toMatchObject({
      anchorAt: updated.at,
      projected: false,
      dueDate: '2026-04-20',
      warnAt: at('2026-04-16'),
    });
  });

  it('later updates do not move it', () => {
    const second = event('updated', '2026-04-15 10:00');
    const events = [received, acknowledged, updated];
    expect(deadlinesFor([...events, second])).toEqual(deadlinesFor(events));
  });

  it('a second acknowledgement does not move the update', () => {
    const events = [received, acknowledged];
    expect(deadlinesFor([...events, event('acknowledged', '2026-04-08 10:00')])).toEqual(
      deadlinesFor(events),
    );
  });
});

describe('until the anchor has happened the deadline is projected from the latest moment it may happen', () => {
  it('the whole chain from the receipt on wed_1_apr', () => {
    const chain = deadlinesFor([received]).map(({ duty, anchorAt, projected, dueDate }) => ({
      duty,
      anchorAt,
      projected,
      dueDate,
    }));
    expect(chain).toEqual([
      { duty: 'acknowledgement', anchorAt: received.at, projected: false, dueDate: '2026-04-02' },
      { duty: 'update', anchorAt: at('2026-04-02 15:00'), projected: true, dueDate: '2026-04-09' },
      { duty: 'response', anchorAt: at('2026-04-10') - 1000, projected: true, dueDate: '2026-04-20' },
    ]);
  });

  it('the response from the end of the day on which the update is due', () => {
    expect(deadlineFor('response', deadlinesFor([received, acknowledged]))).toMatchObject({
      anchorAt: at('2026-04-10') - 1000,
      projected: true,
      dueDate: '2026-04-20',
    });
  });

  it('is never earlier than when the anchor does happen in time', () => {
    const projected = deadlineFor('update', deadlinesFor([received]));
    const real = deadlineFor('update', deadlinesFor([received, acknowledged]));
    expect(projected.dueAt).toBeGreaterThanOrEqual(real.dueAt);
  });
});

it('what hangs on a message that several duties are done by is projected from the last of them', () => {
  const policy = policyOf([
    { id: 'ack', after: 'received', within: '24 hours', doneBy: ['acknowledged', 'responded'] },
    { id: 'response', after: 'received', within: '10 working days', doneBy: ['responded'] },
    { id: 'letter', after: 'responded', within: '1 week', doneBy: ['adr_letter_sent'] },
  ]);
  expect(deadlineFor('letter', deadlinesFor([received], policy))).toMatchObject({
    anchorAt: at('2026-04-18') - 1000,
    projected: true,
    dueDate: '2026-04-24',
  });
});

describe('a response with neither acknowledgement nor update', () => {
  const response = event('responded', '2026-04-30 10:00');
  const [first, second, third] = deadlinesFor([received, response]);

  it('is the acknowledgement too, late as it is', () => {
    expect(first).toMatchObject({ duty: 'acknowledgement', doneAt: response.at });
    expect(first && deadlineState(first, response.at)).toBe('met_late');
  });

  it('is counted from the latest moments at which the steps before were due, and so is late itself', () => {
    expect(second).toMatchObject({ dueDate: '2026-04-09', waived: 'superseded', projected: false });
    expect(third).toMatchObject({ dueDate: '2026-04-20', projected: false });
    expect(third && deadlineState(third, response.at)).toBe('met_late');
  });
});

describe("a later stage's message closes earlier duties", () => {
  const straight = [received, acknowledged, event('responded', '2026-04-08 10:00')];

  it('a response without an update waives the update as superseded', () => {
    const update = deadlineFor('update', deadlinesFor(straight));
    expect(update).toMatchObject({ waived: 'superseded', dueDate: '2026-04-09' });
    expect(update).not.toHaveProperty('doneAt');
    expect(deadlineState(update, later)).toBe('waived');
  });

  it("and takes the update's projected time as its own anchor", () => {
    expect(deadlineFor('response', deadlinesFor(straight))).toMatchObject({
      anchorAt: at('2026-04-10') - 1000,
      projected: false,
      dueDate: '2026-04-20',
      doneAt: at('2026-04-08 10:00'),
    });
  });

  it('an update sent after the response changes none of that', () => {
    const after = event('updated', '2026-04-15 10:00');
    expect(deadlinesFor([...straight, after])).toEqual(deadlinesFor(straight));
  });

  it('an update before any acknowledgement is the acknowledgement too', () => {
    const chain = deadlinesFor([received, event('updated', '2026-04-02 10:00')]);
    expect(deadlineFor('acknowledgement', chain).doneAt).toBe(at('2026-04-02 10:00'));
    expect(deadlineFor('update', chain)).toMatchObject({
      anchorAt: at('2026-04-02 10:00'),
      doneAt: at('2026-04-02 10:00'),
    });
    expect(deadlineFor('response', chain)).toMatchObject({ projected: false, dueDate: '2026-04-15' });
  });

  it('an update and a response in one reply fulfil both duties', () => {
    const one = { auditId: updated.auditId };
    const chain = deadlinesFor([
      received,
      acknowledged,
      updated,
      event('responded', '2026-04-09 16:00', one),
    ]);
    expect(chain.map(({ doneAt }) => doneAt)).toEqual([acknowledged.at, updated.at, updated.at]);
  });
});

describe('reopening or an appeal starts a new stage and never restarts the old clock', () => {
  const whole = [received, acknowledged, updated, responded];

  it.each([
    ['reopening', [event('closed', '2026-04-21 10:00'), event('reopened', '2026-04-22 10:00')]],
    ['an appeal', [event('appealed', '2026-05-01 10:00')]],
  ])('%s', (_, more) => {
    expect(deadlinesFor([...whole, ...more])).toEqual(deadlinesFor(whole));
  });

  it('reopening in the middle leaves open duties where they were', () => {
    const events = [received, acknowledged];
    const closed = event('closed', '2026-04-03 10:00', { byHand: true });
    const reopened = event('reopened', '2026-04-08 10:00', { byHand: true });
    expect(deadlinesFor([...events, closed, reopened])).toEqual(deadlinesFor(events));
  });
});

describe('a deadline that ends with the case', () => {
  it.each([
    ['withdrawn', event('withdrawn', '2026-04-08 10:00'), 'withdrawn'],
    ['not a complaint', event('not_a_complaint', '2026-04-08 10:00'), 'not_a_complaint'],
    ['closed by a person', event('closed', '2026-04-08 10:00', { byHand: true }), 'by_person'],
  ])('%s is waived, what was met stays met', (_, end, waived) => {
    const chain = deadlinesFor([received, acknowledged, end]);
    expect(chain.map((deadline) => deadline.waived)).toEqual([undefined, waived, waived]);
    expect(openDeadlines(chain, later)).toEqual([]);
  });
});

describe('a complaint recorded after its 24 hours', () => {
  it('is met_late once acknowledged', () => {
    const letter = event('received', '2026-04-01 15:00', { recordedAt: at('2026-04-07 09:00') });
    const chain = deadlinesFor([letter, event('acknowledged', '2026-04-07 09:01')]);
    expect(deadlineState(deadlineFor('acknowledgement', chain), later)).toBe('met_late');
    expect(deadlineFor('update', chain).dueDate).toBe('2026-04-10');
  });

  it('received in the future counts from its recording', () => {
    const future = event('received', '2026-05-01 09:00', { recordedAt: received.recordedAt });
    expect(deadlineFor('acknowledgement', deadlinesFor([future])).anchorAt).toBe(received.recordedAt);
  });
});

describe('a refused channel', () => {
  const phoned = event('received', '2026-04-01 15:00', { channel: 'phone' });

  it('has no deadlines', () => {
    expect(deadlinesFor([phoned])).toEqual([]);
  });

  it('an exception starts them, counted from the receipt', () => {
    const exception = event('exception', '2026-04-02 09:00', { byHand: true });
    expect(deadlineFor('acknowledgement', deadlinesFor([phoned, exception])).anchorAt).toBe(phoned.at);
  });
});

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

it('a deadline past the coverage end of the calendar is an error', () => {
  const policy = policyOf([
    { id: 'ack', after: 'received', within: '10 working days', doneBy: ['acknowledged'] },
  ]);
  const kase = caseOf([event('received', '2027-12-24 09:00')], policy);
  expect(() => deadlinesOf(kase, policy, calendarOf(policy))).toThrow(
    '2028-01-01 lies outside the calendar, which covers 2025-01-01 to 2027-12-31',
  );
});
