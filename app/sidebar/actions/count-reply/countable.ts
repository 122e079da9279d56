import type { ClockRecord } from '../../../../domain/record.ts';
import type { Comment } from '../../../zaf/conversation.ts';

/** A reply and the event that it is stand in one update; Zendesk stamps both with whole seconds. */
const SAME = 5000;

export interface Countable {
  readonly comments: readonly Comment[];
  readonly record: ClockRecord;
  readonly requesterId: number | undefined;
  /** Since when the duty runs. */
  readonly since: number;
  /** Replies that the agent does not want to count. */
  readonly refused: readonly number[];
}

/** The latest public reply since then that is none of the customer's and carries no event. Its author is yet unknown. */
export function countableReply({
  comments,
  record,
  requesterId,
  since,
  refused,
}: Countable): Comment | undefined {
  const counted = (at: number): boolean => record.events.some((event) => Math.abs(event.at - at) < SAME);
  return comments
    .filter(
      ({ public: isPublic, authorId, auditId }) =>
        isPublic && auditId !== undefined && authorId !== requesterId,
    )
    .filter(({ at, id }) => at > since + SAME && !counted(at) && !refused.includes(id))
    .at(-1);
}
