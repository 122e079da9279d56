import type { EventKind } from '../../../../domain/events.ts';
import type { Instant } from '../../../../domain/local-date.ts';
import type { NotedTopic } from '../../../../domain/noted-topics.ts';
import type { ClockRecord } from '../../../../domain/record.ts';
import { REVIEW_TAG } from '../../../../domain/terms.ts';
import type { CaseAnswer } from '../../../service/schemas.ts';
import type { Noting } from '../../record/noted.ts';

const SENT: readonly EventKind[] = [
  'acknowledged',
  'updated',
  'responded',
  'adr_letter_sent',
  'appeal_responded',
];

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

/** Who did the last of this, as the service has read it. */
function authorOf(answer: CaseAnswer | undefined, topic: 'review_asked' | 'reviewed'): number | undefined {
  const last = answer?.events.findLast(({ kind, payload }) => kind === 'noted' && payload.topic === topic);
  return last?.authorId ?? undefined;
}

export const askerOf = (answer: CaseAnswer | undefined): number | undefined =>
  authorOf(answer, 'review_asked');
export const reviewerOf = (answer: CaseAnswer | undefined): number | undefined =>
  authorOf(answer, 'reviewed');

/** When the reply was given back checked, as long as nothing was sent to the customer since. */
export function givenBackAt({ notes = [], events }: ClockRecord): Instant | undefined {
  const at = (wanted: NotedTopic): Instant | undefined => notes.findLast(({ topic }) => topic === wanted)?.at;
  const [asked, reviewed] = [at('review_asked'), at('reviewed')];
  if (asked === undefined || reviewed === undefined || reviewed < asked) return undefined;
  const sent = events.some((event) => SENT.includes(event.kind) && event.at >= reviewed);
  return sent ? undefined : reviewed;
}
