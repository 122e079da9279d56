import type { Outcome } from '../../../domain/events.ts';
import type { MacroKey } from '../../../domain/terms.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { shareThere } from '../model/binding.ts';
import type { MessageDraftKind } from './draft.ts';
import type { MacroText } from './macro-text.ts';

/** A macro's message as it would stand in a reply on this ticket. */
export interface MacroDraft {
  readonly kind: MessageDraftKind;
  readonly outcome?: Outcome;
  readonly text: string;
}

const MESSAGES: readonly (readonly [MacroKey, MessageDraftKind, Outcome?])[] = [
  ['acknowledgement', 'acknowledged'],
  ['status_update', 'updated'],
  ['response_upheld', 'responded', 'upheld'],
  ['response_partly_upheld', 'responded', 'partly_upheld'],
  ['response_not_upheld', 'responded', 'not_upheld'],
  ['adr_letter', 'adr_letter_sent'],
  ['appeal_acknowledgement', 'appeal_acknowledged'],
  ['appeal_outcome', 'appeal_responded'],
];

/** The texts of all macros that are messages; one that can't be read is left out. */
export async function readMacroDrafts(macroText: MacroText): Promise<readonly MacroDraft[]> {
  const read = MESSAGES.map(async ([key, kind, outcome]): Promise<MacroDraft[]> => {
    const html = await macroText(key).catch(() => '');
    const text = htmlToText(html);
    return text === '' ? [] : [{ kind, text, ...(outcome ? { outcome } : {}) }];
  });
  return (await Promise.all(read)).flat();
}

/** A macro that was just applied is there nearly whole: less is a reply in the agent's own words. */
const APPLIED = 0.6;

/** The macro whose words a reply is made of. */
export function macroDraftIn(drafts: readonly MacroDraft[], composed: string): MacroDraft | undefined {
  const shares = drafts.map((draft) => ({ draft, share: shareThere(draft.text, composed) }));
  const [best] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= APPLIED ? best.draft : undefined;
}
