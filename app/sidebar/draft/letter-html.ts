import type { AskedItem } from '../../../domain/asked-items.ts';
import type { Outcome } from '../../../domain/events.ts';
import type { MacroKey } from '../../../domain/terms.ts';
import { onlyAsked } from './asked-list.ts';
import { type DraftKind, macroOf } from './draft.ts';
import type { MacroText } from './macro-text.ts';
import { fillNewDate, type NewDate } from './new-date.ts';

/** What comes with a macro's text. */
export interface InsertOptions {
  readonly outcome?: Outcome | undefined;
  /** Further texts below it, such as the data-protection paragraph. */
  readonly extras?: readonly MacroKey[];
  /** Stands where the letter has a place for it. */
  readonly newDate?: NewDate | undefined;
  /** All that its list asks for, of what it could ask for. */
  readonly asked?: readonly AskedItem[] | undefined;
}

/** @throws DraftError, RestError */
export type LetterHtml = (kind: DraftKind, options?: InsertOptions) => Promise<string>;

/** Further paragraphs stand before the letter's last one, in which somebody signs. */
export function withExtras(html: string, extras: readonly string[]): string {
  const signature = html.lastIndexOf('<p');
  const at = signature > 0 ? signature : html.length;
  return html.slice(0, at) + extras.join('') + html.slice(at);
}

/** Makes a letter of the macros that it consists of. */
export function createLetterHtml(macroText: MacroText): LetterHtml {
  return async (kind, { outcome, extras = [], newDate, asked } = {}) => {
    const [main = '', ...more] = await Promise.all([macroOf(kind, outcome), ...extras].map(macroText));
    const html = withExtras(asked ? onlyAsked(main, asked) : main, more);
    return newDate ? fillNewDate(html, newDate) : html;
  };
}
