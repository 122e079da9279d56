import type { Policy } from '../../domain/policy.ts';
import type { CalendarSource } from './calendars.ts';

/** What the company promised, and which days count. */
export interface Promises {
  readonly policies: readonly Policy[];
  readonly calendarFrom: CalendarSource;
}
