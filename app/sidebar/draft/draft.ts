import type { MessageKind, Outcome } from '../../../domain/events.ts';
import { EVENT_TAGS, type MacroKey, RESPONSE_MACROS } from '../../../domain/terms.ts';

/** The messages that an agent writes; each counts as the event of its name, by its tag. */
export const MESSAGE_DRAFTS = [
  'acknowledged',
  'updated',
  'responded',
  'adr_letter_sent',
  'appeal_acknowledged',
  'appeal_responded',
] as const;
export type MessageDraftKind = (typeof MESSAGE_DRAFTS)[number];

/** Texts that move no case. */
export const LETTER_DRAFTS = ['how_to_complain', 'ask_evidence', 'extension', 'behaviour'] as const;
export type LetterDraftKind = (typeof LETTER_DRAFTS)[number];

export type DraftKind = MessageDraftKind | LetterDraftKind;

export function isMessage(kind: DraftKind): kind is MessageDraftKind {
  return MESSAGE_DRAFTS.some((one) => one === kind);
}

const MACROS: Readonly<Record<Exclude<DraftKind, 'responded'>, MacroKey>> = {
  acknowledged: 'acknowledgement',
  updated: 'status_update',
  adr_letter_sent: 'adr_letter',
  appeal_acknowledged: 'appeal_acknowledgement',
  appeal_responded: 'appeal_outcome',
  how_to_complain: 'how_to_complain',
  ask_evidence: 'ask_evidence',
  extension: 'extension',
  behaviour: 'behaviour',
};

/** The macro that holds the text; a formal response has one for each outcome. */
export function macroOf(kind: DraftKind, outcome: Outcome | undefined): MacroKey {
  return kind === 'responded' ? RESPONSE_MACROS[outcome ?? 'not_upheld'] : MACROS[kind];
}

/** While an appeal is open, an acknowledgement and a response are those of the appeal. */
const MESSAGES: Readonly<Record<MessageDraftKind, MessageKind>> = {
  acknowledged: 'acknowledged',
  updated: 'updated',
  responded: 'responded',
  adr_letter_sent: 'adr_letter_sent',
  appeal_acknowledged: 'acknowledged',
  appeal_responded: 'responded',
};

/** An acknowledgement or a response, while an appeal is open, is that of the appeal, whichever macro it was. */
export function messageMeant(kind: MessageDraftKind | MessageKind, appealed: boolean): MessageDraftKind {
  const message = isMessage(kind) ? MESSAGES[kind] : kind;
  if (!appealed) return message;
  if (message === 'acknowledged') return 'appeal_acknowledged';
  return message === 'responded' ? 'appeal_responded' : message;
}

/** The event tag that travels with the text. */
export function tagOf(kind: DraftKind): string | undefined {
  return isMessage(kind) ? EVENT_TAGS[MESSAGES[kind]] : undefined;
}

/** A formal response and the outcome of an appeal say how the complaint was decided, and solve the ticket. */
export function needsOutcome(kind: DraftKind): boolean {
  return kind === 'responded' || kind === 'appeal_responded';
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
  /** Neither the tag nor the drop-down could be set: the agent's role has no tags to give, and the form no such field. */
  readonly notTagged?: boolean;
  /** The drop-down "This reply is ..." carries it in place of the tag. */
  readonly byField?: boolean;
  /** Zendesk's own menu has put it there: the update names the macro, so it counts whatever becomes of tag and text. */
  readonly byMacro?: boolean;
}

export interface DraftState {
  readonly draft?: Draft;
  /** The reply box is an internal note. */
  readonly internal: boolean;
  /** Another page of this browser has this reply open, where it is kept: it comes here once that one is closed. */
  readonly elsewhere?: DraftKind | undefined;
  /** What went out with the last submit, until the record tells of it. */
  readonly sent?: MessageDraftKind;
}

/** Whether a draft will be counted once it is sent as a public reply. */
export function willCount({ kind, presence, byMacro, notTagged }: Draft): boolean {
  return isMessage(kind) && (byMacro === true || (presence !== 'gone' && !notTagged));
}
