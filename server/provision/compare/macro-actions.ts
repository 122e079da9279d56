import type { Action } from '../account/schemas.ts';
import { eventTagOf, type MacroDefinition, outcomeOptionOf } from '../definition/macros.ts';
import { withText } from './macro-text.ts';

const words = (value: Action['value']): string[] =>
  typeof value === 'string' ? value.split(/\s+/u).filter(Boolean) : [];

export const actionOf = (actions: readonly Action[], field: string): Action | undefined =>
  actions.find((action) => action.field === field);

function withAction(actions: readonly Action[], wanted: Action): Action[] {
  const rest = actions.filter(({ field }) => field !== wanted.field);
  return [...rest, wanted];
}

/** What ours are made of: the text, where it has to be written, and the id of the outcome's field. */
export interface Parts {
  readonly text: string | undefined;
  readonly outcomeField: number | string;
}

/** The macro's own actions with ours put right: a text that is there stays, and so do actions and tags we don't know. */
export function wantedActions(
  definition: MacroDefinition,
  actions: readonly Action[],
  { text, outcomeField }: Parts,
): Action[] {
  let wanted = text === undefined ? [...actions] : withText(actions, text);
  if (String(actionOf(wanted, 'comment_mode_is_public')?.value) !== 'true') {
    wanted = withAction(wanted, { field: 'comment_mode_is_public', value: 'true' });
  }
  const tags = words(actionOf(wanted, 'current_tags')?.value);
  const tag = eventTagOf(definition.key);
  if (tag && !tags.includes(tag)) {
    wanted = withAction(wanted, { field: 'current_tags', value: [...tags, tag].join(' ') });
  }
  const outcome = outcomeOptionOf(definition.key);
  const chosen = `custom_fields_${outcomeField}`;
  if (outcome && actionOf(wanted, chosen)?.value !== outcome)
    wanted = withAction(wanted, { field: chosen, value: outcome });
  return wanted;
}
