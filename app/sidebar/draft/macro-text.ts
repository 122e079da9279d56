import type { MacroKey } from '../../../domain/terms.ts';
import type { Account } from '../../zaf/account.ts';
import type { Host } from '../../zaf/host.ts';
import { htmlToText } from '../../zaf/html-text.ts';
import { macroHtml } from '../../zaf/macro-html.ts';
import { unrenderedIn } from '../model/binding.ts';
import { DraftError } from './draft-error.ts';

export type MacroText = (key: MacroKey) => Promise<string>;

/** Reads a macro's text for the ticket, in the requester's language, as HTML. @throws DraftError, RestError */
export function createMacroText(host: Host, account: Account, ticketId: number): MacroText {
  return async (key) => {
    const id = await account.macro(key);
    if (id === undefined) throw new DraftError('macro_missing');
    const html = await macroHtml(host, ticketId, id);
    const left = unrenderedIn(htmlToText(html));
    if (left) throw new DraftError('unrendered', left);
    return html;
  };
}
