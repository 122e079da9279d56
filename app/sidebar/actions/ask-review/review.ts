import { REVIEW_TAG } from '../../../../domain/terms.ts';
import type { CaseAnswer } from '../../../service/schemas.ts';
import type { Noting } from '../../record/noted.ts';

export interface Asking {
  readonly groupId: number | undefined;
  /** The draft's text in an internal note, below a line that says what is asked. */
  readonly note: string;
}

/** The ticket goes to the group with the reply's text in an internal note. */
export function askedNoting({ groupId, note }: Asking): Noting {
  return {
    topic: 'review_asked',
    note,
    addTags: [REVIEW_TAG],
    ...(groupId === undefined ? {} : { assign: { groupId } }),
  };
}

/** Checked: back to whoever asked, where that is known. */
export function reviewedNoting(note: string, asker: number | undefined): Noting {
  return {
    topic: 'reviewed',
    note,
    removeTags: [REVIEW_TAG],
    ...(asker === undefined ? {} : { assign: { userId: asker } }),
  };
}

/** Who asked last, as the service has read it. */
export function askerOf(answer: CaseAnswer | undefined): number | undefined {
  return (
    answer?.events.findLast(({ kind, payload }) => kind === 'noted' && payload.topic === 'review_asked')
      ?.authorId ?? undefined
  );
}
