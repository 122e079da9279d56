import type { OffsetUnit } from '../../../../domain/offset.ts';
import type { TextKey } from '../../../ui/language.ts';

interface UnitNames {
  /** As a policy writes it. */
  readonly policy: string;
  readonly label: TextKey;
}

/** The units of a length of time, in the order in which they are offered. */
export const OFFSET_UNITS: Readonly<Record<OffsetUnit, UnitNames>> = {
  working_days: { policy: 'working days', label: 'extend.workingDays' },
  days: { policy: 'days', label: 'extend.days' },
  weeks: { policy: 'weeks', label: 'extend.weeks' },
  months: { policy: 'months', label: 'extend.months' },
  hours: { policy: 'hours', label: 'extend.hours' },
};

export const UNITS = ['working_days', 'days', 'weeks', 'months', 'hours'] as const;
