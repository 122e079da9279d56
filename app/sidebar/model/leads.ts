import { type Deadline, deadlineState } from '../../../domain/deadline.ts';
import type { Instant } from '../../../domain/local-date.ts';

/**
 * Whether a deadline comes first although the formal response is out: a duty of the appeal always, any other, such as
 * a regulator's limit that is weeks away, once it is near.
 */
export function leads(deadline: Deadline, now: Instant): boolean {
  const state = deadlineState(deadline, now);
  const { doneBy, projected } = deadline;
  const ofAppeal = doneBy === 'appeal_acknowledged' || doneBy === 'appeal_responded';
  return (ofAppeal && !projected) || state === 'due_soon' || state === 'overdue';
}
