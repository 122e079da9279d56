import { describe, expect, it } from 'vitest';
import { deadlineState } from '../../../domain/deadline.ts';
import { acknowledged, received, updated } from '../easter.ts';
import { at, deadlineFor, deadlinesFor, event } from '../support.ts';
import { later } from './later.ts';

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
