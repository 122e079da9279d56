import { describe, expect, it } from 'vitest';
import { ask4, ask4Data, promise } from '../support.ts';
import { faultsOf } from './drafts.ts';

describe('policies/ask4.yaml', () => {
  it('parses without a fault', () => {
    expect(faultsOf(ask4Data())).toEqual([]);
  });

  it('holds the three duties of the published policy', () => {
    expect(
      promise.regimes.map(({ id, duties }) => [
        id,
        ...duties.flatMap(({ spans, doneBy }) => spans.map((span) => ({ ...span, doneBy }))),
      ]),
    ).toEqual([
      [
        'ask4',
        { after: 'received', within: { amount: 24, unit: 'hours' }, doneBy: ['acknowledged', 'responded'] },
        { after: 'acknowledged', within: { amount: 3, unit: 'working_days' }, doneBy: ['updated'] },
        { after: 'updated', within: { amount: 7, unit: 'working_days' }, doneBy: ['responded'] },
      ],
    ]);
  });

  it("counts England's working days in London", () => {
    expect(ask4).toMatchObject({
      timeZone: 'Europe/London',
      workingWeek: [1, 2, 3, 4, 5],
      regions: ['GB-ENG'],
      counting: { eventOnNonWorkingDay: 'count_from_event', endOnNonWorkingDay: 'keep', dayEnds: '24:00' },
    });
  });

  it('takes complaints by form, e-mail and letter, never by phone', () => {
    const accepted = Object.entries(ask4.channels).map(([name, { accepted }]) => [name, accepted]);
    expect(Object.fromEntries(accepted)).toEqual({
      form: true,
      email: true,
      letter: true,
      other: true,
      phone: false,
    });
  });
});
