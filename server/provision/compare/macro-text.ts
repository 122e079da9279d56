import type { Action, Macro } from '../account/schemas.ts';
import { fingerprint, readFingerprints, sameText } from './fingerprint.ts';

const TEXT_ACTIONS: readonly string[] = ['comment_value_html', 'comment_value'];

/** Under this name a macro remembers a letter that stands in the macro itself. */
const INLINE = 'macro';

const isText = ({ field, value }: Action): boolean =>
  TEXT_ACTIONS.includes(field) && value !== null && value !== undefined && value !== '';

/** What the macro says, or undefined where it has no text. */
export function ownText(actions: readonly Action[]): string | undefined {
  const action = actions.find(isText);
  if (!action) return undefined;
  return typeof action.value === 'string' ? action.value : JSON.stringify(action.value);
}

export const withText = (actions: readonly Action[], text: string): Action[] => [
  ...actions.filter(({ field }) => !TEXT_ACTIONS.includes(field)),
  { field: 'comment_value_html', value: text },
];

export interface WantedText {
  /** The dynamic content's placeholder, or where the plan has none the letter itself. */
  readonly text: string;
  readonly inline: boolean;
  /** Our dynamic content, which renders as nothing where the plan has none. */
  readonly placeholder: string;
  /** Put ours back, whatever is there. */
  readonly reset: boolean;
}

/** `ours`: as it should be; `outdated`: as we wrote it, and no longer what we say; `edited`: a person's words. */
export type TextState = 'missing' | 'ours' | 'outdated' | 'edited';

export function textState(found: Macro | undefined, { text, inline, placeholder }: WantedText): TextState {
  const own = found && ownText(found.actions);
  if (!found || own === undefined) return 'missing';
  if (inline ? sameText(own, text) : own.includes(text)) return 'ours';
  if (readFingerprints(found.description)[INLINE] === fingerprint(own)) return 'outdated';
  return inline && own.trim() === placeholder ? 'outdated' : 'edited';
}

/** What the macro is to remember of its own text: nothing where dynamic content holds it. */
export function inlinePrint(state: TextState, { text, inline, reset }: WantedText): Record<string, string> {
  return inline && (state !== 'edited' || reset) ? { [INLINE]: fingerprint(text) } : {};
}
