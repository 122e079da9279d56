import type {
  FieldKey,
  FormKey,
  FormTextKey,
  Kind,
  MacroKey,
  RetiredMacroKey,
  TextKey,
  TriggerKey,
  ViewKey,
} from './definition/keys.ts';
import type { TitleTextKey } from './definition/title-texts.ts';

/** One of our objects, whether or not it is in the account yet; a form with a number is the account's own. */
export type ObjectRef =
  | `field:${FieldKey}`
  | `form:${FormKey}`
  | `form:${number}`
  | `text:${TextKey | FormTextKey | TitleTextKey | RetiredMacroKey}`
  | `macro:${MacroKey | RetiredMacroKey}`
  /** By the name or id in the settings. */
  | `group:${string}`
  | 'webhook'
  | `trigger:${TriggerKey}`
  | `view:${ViewKey}`
  | 'automation:survey'
  | `app:${number}`
  /** All that are remembered. */
  | 'ids';

/** What an object's description carries so that it is found again under any title. */
export const mark = (ref: ObjectRef): string => `[complaint-clock:${ref}]`;

/** The kind of object that a ref names. */
export function kindOf(ref: ObjectRef): Kind {
  if (ref.startsWith('field:')) return 'field';
  if (ref.startsWith('form:')) return 'form';
  if (ref.startsWith('text:')) return 'text';
  if (ref.startsWith('macro:')) return 'macro';
  if (ref.startsWith('view:')) return 'view';
  if (ref.startsWith('app:')) return 'app';
  if (ref.startsWith('automation:')) return 'automation';
  if (ref.startsWith('group:')) return 'group';
  return ref === 'webhook' || ref === 'ids' ? ref : 'trigger';
}

/** How others refer to our objects: by id, dynamic content by its placeholder. Grows while a plan is applied. */
export type Ids = ReadonlyMap<ObjectRef, number | string>;

/** The id, or for an object that is still to be created a text that stands for it in the plan. */
export const idOrStandIn = (ids: Ids, ref: ObjectRef): number | string => ids.get(ref) ?? `<${ref}>`;
