import { describe, expect, it } from 'vitest';
import { acknowledged, received, updated } from '../easter.ts';
import { at, deadlineFor, deadlinesFor, event, policyOf } from '../support.ts';

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
