import { EVENT_TAGS } from '../../../domain/terms.ts';
import { titled } from './titles/index.ts';

/**
 * "This reply is ...": its options are the event tags themselves, for roles that may set fields and add no tags. The
 * service empties it once the reply is counted.
 */
export const REPLY_FIELD = {
  description: 'Says what a reply is, where a role may not add tags. Emptied by Complaint Clock.',
  options: [
    { value: EVENT_TAGS.acknowledged, name: titled(({ replies }) => replies.acknowledged) },
    { value: EVENT_TAGS.updated, name: titled(({ replies }) => replies.updated) },
    { value: EVENT_TAGS.responded, name: titled(({ replies }) => replies.responded) },
    { value: EVENT_TAGS.adr_letter_sent, name: titled(({ replies }) => replies.adr_letter_sent) },
  ],
} as const;
