import type { EventKind, MessageKind } from '../../../../domain/events.ts';
import type { DraftKind, MessageDraftKind } from '../../draft/draft.ts';

/** The letters that may have to go by post. */
export type PostKind = MessageDraftKind | Extract<DraftKind, 'extension' | 'ask_evidence' | 'behaviour'>;

export interface PostSpec {
  /** What its posting counts as; without one it moves no case, and is only noted. */
  readonly event?: MessageKind;
  /** What the agent decides with it: the outcome alone, or cause and redress too. */
  readonly decides?: 'outcome' | 'response';
  /** It can't have been posted before this happened. */
  readonly since: Extract<EventKind, 'received' | 'appealed'>;
}

/** While an appeal is open, an acknowledgement and a response are those of the appeal. */
export const POSTS: Readonly<Record<PostKind, PostSpec>> = {
  acknowledged: { event: 'acknowledged', since: 'received' },
  updated: { event: 'updated', since: 'received' },
  responded: { event: 'responded', decides: 'response', since: 'received' },
  adr_letter_sent: { event: 'adr_letter_sent', since: 'received' },
  appeal_acknowledged: { event: 'acknowledged', since: 'appealed' },
  appeal_responded: { event: 'responded', decides: 'outcome', since: 'appealed' },
  extension: { since: 'received' },
  ask_evidence: { since: 'received' },
  behaviour: { since: 'received' },
};
