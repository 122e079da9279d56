import type { Deadline } from '../../../domain/deadline.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { StripDay } from '../../ui/DayStrip.tsx';
import { NOT_COUNTED } from './reason-lines.ts';

/** More days than this make no picture. */
const LONGEST_STRIP = 21;

/** The days from the anchor to the due day, for a picture; none where a picture says nothing. */
export function stripOf(reasons: readonly Reason[], { within, dueDate }: Deadline): StripDay[] {
  if (within.unit !== 'working_days') return [];
  const days = reasons.flatMap(({ code, date, n }): StripDay[] => {
    if (code === 'anchor' || code === 'anchor_projected') return [{ date, n: 0, due: false }];
    if (code === 'counted') return [{ date, ...(n === undefined ? {} : { n }), due: date === dueDate }];
    return NOT_COUNTED.includes(code) ? [{ date, due: false }] : [];
  });
  return days.length <= LONGEST_STRIP ? days : [];
}
