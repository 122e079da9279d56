import { CoverageError } from '../../../domain/calendar.ts';
import type { Deadline } from '../../../domain/deadline.ts';
import { projectNow } from '../../../domain/projection.ts';
import type { ClockRecord } from '../../../domain/record.ts';
import type { Reading } from './status.ts';

/**
 * The deadlines of a case, with what is still to come counted from now. Where the record's calendar does not reach, what
 * was saved stands.
 */
export function projected(record: ClockRecord, { calendar, now }: Reading): readonly Deadline[] {
  try {
    return projectNow(record.deadlines, calendar, record.counting, now);
  } catch (error) {
    if (error instanceof CoverageError) return record.deadlines;
    throw error;
  }
}
