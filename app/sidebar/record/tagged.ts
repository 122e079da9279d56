import { COMPLAINT_TAG } from '../../../domain/terms.ts';
import type { Ticket } from '../../zaf/tickets.ts';
import type { Drafts } from '../draft/drafts.ts';
import { lacksTags } from '../guards/access.ts';
import { NotTaggedError } from './not-tagged-error.ts';

/** Nothing is written where it is known beforehand that no tag would be kept. @throws NotTaggedError */
export async function mustTag(drafts: Pick<Drafts, 'lacking'>): Promise<void> {
  if (lacksTags(await drafts.lacking())) throw new NotTaggedError();
}

/**
 * Zendesk says nothing of tags that it leaves out, and not every role may read what it may do: the saved ticket tells.
 * `saved`: undefined where nothing was written. @throws NotTaggedError
 */
export function mustBeTagged(saved: Ticket | undefined): void {
  if (saved && !saved.tags.includes(COMPLAINT_TAG)) throw new NotTaggedError();
}
