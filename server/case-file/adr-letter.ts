import type { CaseEvent } from '../../domain/events.ts';
import type { CaseContents, FileComment } from './contents.ts';

/** How it is proved that the customer was told of the ombudsman. */
export interface AdrLetter {
  readonly event: CaseEvent;
  /** The reply that it was; undefined where it went by post. */
  readonly comment: FileComment | undefined;
}

/** The letter that counts: the first. Undefined where none is recorded. */
export function adrLetterOf({ kase, comments }: CaseContents): AdrLetter | undefined {
  const event = kase.events.find(({ kind }) => kind === 'adr_letter_sent');
  if (!event) return undefined;
  const replies = comments.filter((one) => one.public && one.author.isStaff);
  // Said by hand of an earlier reply, it has that reply's time.
  const comment =
    replies.find(({ auditId }) => auditId === event.auditId) ??
    (event.byHand ? replies.find(({ at }) => at === event.at) : undefined);
  return { event, comment };
}
