import type { Account } from '../../zaf/account.ts';
import type { Host } from '../../zaf/host.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { macroHtml } from '../../zaf/tickets.ts';
import { unrenderedIn } from '../model/binding.ts';
import { DRAFT_MACROS, DraftError, type DraftKind } from './draft.ts';

export type MacroText = (kind: DraftKind) => Promise<string>;

/** Reads a macro's text for the ticket, as HTML. @throws DraftError, RestError */
export function createMacroText(host: Host, account: Account, ticketId: number): MacroText {
  return async (kind) => {
    const id = await account.macro(DRAFT_MACROS[kind]);
    if (id === undefined) throw new DraftError('macro_missing');
    const html = await macroHtml(host, ticketId, id);
    const left = unrenderedIn(htmlToText(html));
    if (left) throw new DraftError('unrendered', left);
    return html;
  };
}
