import { type Instant, type LocalDate, localDateAt, localTimeAt } from '../../domain/local-date.ts';
import type { When } from '../ui/when.ts';

export interface Due {
  readonly nextDueAt: Instant | null;
  readonly nextDueDate: LocalDate | null;
}

/**
 * A due time as people say it. One that is the end of a day in the policy's zone is that day and is never converted;
 * any other is a time in the reader's zone. Empty where nothing is due.
 */
export function dueText(due: Due, { when, now, zone }: { when: When; now: Instant; zone: string }): string {
  const { nextDueAt, nextDueDate } = due;
  if (nextDueAt === null) return '';
  if (nextDueDate === null || !localTimeAt(nextDueAt, zone).startsWith('00:00'))
    return when.relativeMoment(nextDueAt, now);
  return when.relativeDay(nextDueDate, localDateAt(now, zone));
}
