import { describe, expect, it } from 'vitest';
import {
  type Deadline,
  deadlineState,
  isLate,
  lastInTime,
  nextChange,
  openDeadlines,
} from '../../domain/deadline.ts';
import { projectNow } from '../../domain/projection.ts';
import { ask4, at, deadlineFor, deadlinesFor, england, event } from './support.ts';

const received = event('received', '2026-04-01 15:00', { channel: 'email' });
const acknowledged = event('acknowledged', '2026-04-02 10:00');
const chain = deadlinesFor([received]);
const hours = deadlineFor('acknowledgement', chain);
const acknowledgedChain = deadlinesFor([received, acknowledged]);
const days = deadlineFor('update', acknowledgedChain);

describe('the state of an hour deadline, to the millisecond', () => {
  it.each([
    [hours.anchorAt, 'running'],
    [hours.warnAt - 1, 'running'],
    [hours.warnAt, 'due_soon'],
    [hours.dueAt, 'due_soon'],
    [hours.dueAt + 1, 'overdue'],
  ])('at %i is %s', (now, state) => {
    expect(deadlineState(hours, now)).toBe(state);
  });

  it('its last instant is in time', () => {
    expect(deadlineState({ ...hours, doneAt: hours.dueAt }, at('2026-05-01'))).toBe('met');
    expect(deadlineState({ ...hours, doneAt: hours.dueAt + 1 }, at('2026-05-01'))).toBe('met_late');
    expect(lastInTime(hours)).toBe(hours.dueAt);
  });
});

describe('the state of a day deadline, to the millisecond', () => {
  it.each([
    [days.warnAt - 1, 'running'],
    [days.warnAt, 'due_soon'],
    [days.dueAt - 1, 'due_soon'],
    [days.dueAt, 'overdue'],
  ])('at %i is %s', (now, state) => {
    expect(deadlineState(days, now)).toBe(state);
  });

  it('the first instant of the next day is late', () => {
    expect(deadlineState({ ...days, doneAt: days.dueAt - 1 }, at('2026-05-01'))).toBe('met');
    expect(deadlineState({ ...days, doneAt: days.dueAt }, at('2026-05-01'))).toBe('met_late');
    expect(isLate(days, lastInTime(days))).toBe(false);
    expect(lastInTime(days)).toBe(at('2026-04-10') - 1000);
  });
});

describe('states that no time changes', () => {
  const long = at('2026-12-01');

  it('projected, however late', () => {
    expect(deadlineState(deadlineFor('response', chain), long)).toBe('projected');
  });

  it('waived, even where its message came', () => {
    expect(deadlineState({ ...days, waived: 'superseded', doneAt: days.dueAt }, long)).toBe('waived');
  });

  it('met, before and after its due time', () => {
    const met = { ...days, doneAt: days.warnAt };
    expect([deadlineState(met, met.doneAt), deadlineState(met, long)]).toEqual(['met', 'met']);
  });
});

describe('the open deadlines', () => {
  it('leave out what is projected, met or waived', () => {
    expect(openDeadlines(chain, received.at).map(({ duty }) => duty)).toEqual(['acknowledgement']);
    expect(openDeadlines(acknowledgedChain, received.at).map(({ duty }) => duty)).toEqual(['update']);
    expect(openDeadlines([{ ...hours, waived: 'by_person' }], received.at)).toEqual([]);
  });

  it('have the earliest first, and leave the list they were given alone', () => {
    const given: readonly Deadline[] = Object.freeze([days, hours]);
    expect(openDeadlines(given, received.at)).toEqual([hours, days]);
  });
});

describe('the next change', () => {
  it.each([
    ['before the warning is the warning', hours.warnAt - 1, hours.warnAt],
    ['at the warning is the first late instant', hours.warnAt, hours.dueAt + 1],
    ['at the last instant in time is the first late one', hours.dueAt, hours.dueAt + 1],
    ['once overdue is none', hours.dueAt + 1, undefined],
  ])('of an hour deadline %s', (_, now, change) => {
    expect(nextChange(chain, now)).toBe(change);
  });

  it.each([
    ['before the warning', days.warnAt - 1, days.warnAt],
    ['at the warning', days.warnAt, days.dueAt],
    ['a millisecond before the end', days.dueAt - 1, days.dueAt],
    ['at the end', days.dueAt, undefined],
  ])('of a day deadline %s', (_, now, change) => {
    expect(nextChange(acknowledgedChain, now)).toBe(change);
  });

  it('is the earliest of several', () => {
    expect(nextChange([days, hours], received.at)).toBe(hours.warnAt);
  });

  it('is an instant at which some state is another than a millisecond before', () => {
    for (let now = received.at; ; ) {
      const change = nextChange([hours, days], now);
      if (change === undefined) break;
      const states = (when: number) => [hours, days].map((deadline) => deadlineState(deadline, when));
      expect(states(change)).not.toEqual(states(change - 1));
      expect(states(change - 1)).toEqual(states(now));
      now = change;
    }
  });
});

describe('projected deadlines as they stand now', () => {
  const project = (now: string) => projectNow(chain, england, ask4.counting, at(now));

  it('stay where they are while the duty before can be kept', () => {
    expect(project('2026-04-02 14:59')).toEqual(chain);
    expect(projectNow(chain, england, ask4.counting, hours.dueAt)).toEqual(chain);
  });

  it('are counted from now while the duty before is overdue, and so is what hangs on them', () => {
    const [ack, update, response] = project('2026-04-13 09:00');
    expect(ack).toEqual(hours);
    expect(update).toMatchObject({
      projected: true,
      anchorAt: at('2026-04-13 09:00'),
      dueDate: '2026-04-16',
    });
    expect(response).toMatchObject({
      projected: true,
      anchorAt: at('2026-04-17') - 1000,
      dueDate: '2026-04-27',
    });
  });

  it('have no anchor in the past: the update was due thu_9_apr, the response is counted from fri_10_apr', () => {
    const [, update, response] = projectNow(acknowledgedChain, england, ask4.counting, at('2026-04-10'));
    expect(update).toEqual(days);
    expect(response).toMatchObject({ anchorAt: at('2026-04-10'), dueDate: '2026-04-21' });
  });

  it('leave alone what happened, what is waived, and a regime of its own', () => {
    const done = deadlinesFor([received, acknowledged, event('responded', '2026-04-08 10:00')]);
    expect(projectNow(done, england, ask4.counting, at('2026-06-01'))).toEqual(done);
    const lonely = { ...deadlineFor('update', chain), regime: 'another' };
    expect(projectNow([hours, lonely], england, ask4.counting, at('2026-06-01'))).toEqual([hours, lonely]);
  });
});
