import type { MessageKind, Outcome } from '../../../domain/events.ts';
import { EVENT_TAGS, type MacroKey } from '../../../domain/terms.ts';

export type DraftKind = MessageDraftKind | 'how_to_complain';

/** The messages that an agent writes; each counts as an event by its tag. */
export const MESSAGE_DRAFTS = ['acknowledged', 'updated', 'responded'] as const;
export type MessageDraftKind = (typeof MESSAGE_DRAFTS)[number];

export const DRAFT_MACROS: Readonly<Record<DraftKind, MacroKey>> = {
  acknowledged: 'acknowledgement',
  updated: 'status_update',
  responded: 'response',
  how_to_complain: 'how_to_complain',
};

/** The event tag that travels with the text. */
export function tagOf(kind: DraftKind): string | undefined {
  return kind === 'how_to_complain' ? undefined : EVENT_TAGS[kind];
}

/** A macro's text in the agent's reply, and what is bound to it. */
export interface Draft {
  readonly kind: DraftKind;
  /** The macro's words as inserted, plain. */
  readonly text: string;
  /** `gone`: the agent deleted the text, so its tag is off too; it comes back with the text. */
  readonly presence: 'inserted' | 'present' | 'gone';
  readonly outcome?: Outcome;
  readonly notSolved?: boolean;
}

export interface DraftState {
  readonly draft?: Draft;
  /** The reply box is an internal note. */
  readonly internal: boolean;
  /** What went out with the last submit, until the record tells of it. */
  readonly sent?: MessageKind;
}

/** The macro's text can't be used. `what` is the placeholder that was left. */
export class DraftError extends Error {
  readonly code: 'macro_missing' | 'unrendered';
  readonly what: string;
  constructor(code: 'macro_missing' | 'unrendered', what = '') {
    super(code === 'macro_missing' ? 'no macro carries the mark' : `the macro left ${what}`);
    this.name = 'DraftError';
    this.code = code;
    this.what = what;
  }
}
