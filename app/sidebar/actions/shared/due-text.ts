import type { Deadline } from '../../../../domain/deadline.ts';
import type { Reading } from '../../model/status.ts';

/** When a deadline is due, in the unit of its promise; words where nothing is owed by it any more. */
export function dueText(deadline: Deadline | undefined, { when, language: { say } }: Reading): string {
  if (!deadline || deadline.waived) return say('act.gone');
  return deadline.within.unit === 'hours' ? when.moment(deadline.dueAt) : when.day(deadline.dueDate);
}
