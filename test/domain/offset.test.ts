import { describe, expect, it } from 'vitest';
import { readOffset } from '../../domain/offset.ts';
import { offsetSchema } from '../../domain/offset-schema.ts';

describe('readOffset', () => {
  it.each([
    ['24 hours', 24, 'hours'],
    ['1 hour', 1, 'hours'],
    ['3 working days', 3, 'working_days'],
    ['1 working day', 1, 'working_days'],
    ['30 days', 30, 'days'],
    ['30 calendar days', 30, 'days'],
    ['6 weeks', 6, 'weeks'],
    ['1 month', 1, 'months'],
    ['2 months', 2, 'months'],
    ['  24   hours ', 24, 'hours'],
    ['0 hours', 0, 'hours'],
  ])('reads "%s"', (text, amount, unit) => {
    expect(readOffset(text)).toEqual({ amount, unit });
  });

  it.each([
    '',
    'hours',
    '24',
    '24hours',
    '-1 day',
    '1.5 hours',
    '3 business days',
    '3 workingdays',
    '24 hourss',
    '3 working days or so',
    'P3D',
    '3 constructor',
    '3 toString',
    '3 __proto__',
  ])('refuses "%s"', (text) => {
    expect(readOffset(text)).toBeUndefined();
  });

  it('says in the fault what an offset looks like', () => {
    const parsed = offsetSchema.safeParse('soon');
    expect(parsed.error?.issues[0]?.message).toBe(
      '"soon" is no length of time: write a number and hours, days, working days, weeks or months, e.g. "3 working days"',
    );
  });
});
