import type { Offset, OffsetUnit } from '../../domain/offset.ts';
import type { Say, TextKey } from './language.ts';

const UNITS: Readonly<Record<OffsetUnit, TextKey>> = {
  hours: 'why.hours',
  days: 'why.days',
  working_days: 'why.workingDays',
  weeks: 'why.weeks',
  months: 'why.months',
};

/** "3 working days" */
export function offsetText({ amount, unit }: Offset, say: Say): string {
  return say(UNITS[unit], { n: amount });
}
