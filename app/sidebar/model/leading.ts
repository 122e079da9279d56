import { type Deadline, openDeadlines } from '../../../domain/deadline.ts';
import type { Instant } from '../../../domain/local-date.ts';

/** The deadline that is owed next, which leads the sidebar. */
export function leadingDeadline(deadlines: readonly Deadline[], now: Instant): Deadline | undefined {
  return openDeadlines(deadlines, now)[0];
}
