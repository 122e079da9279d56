import { findMarked } from '../account/find.ts';
import type { Action, Macro } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { eventTagOf, MACROS, type MacroDefinition, outcomeOptionOf } from '../definition/macros.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, mark, type ObjectRef } from '../refs.ts';
import { activeDifference, type Compared, compared, difference, foreignNamesakes } from './entry.ts';
import { type Fingerprints, withFingerprints } from './fingerprint.ts';
import type { ComparedText } from './texts.ts';

const TEXT_ACTIONS: readonly string[] = ['comment_value_html', 'comment_value'];

const words = (value: Action['value']): string[] =>
  typeof value === 'string' ? value.split(/\s+/u).filter(Boolean) : [];

const actionOf = (actions: readonly Action[], field: string): Action | undefined =>
  actions.find((action) => action.field === field);

const textOf = (actions: readonly Action[]): Action | undefined =>
  actions.find(({ field, value }) => TEXT_ACTIONS.includes(field) && value);

function withAction(actions: readonly Action[], wanted: Action): Action[] {
  const rest = actions.filter(({ field }) => field !== wanted.field);
  return [...rest, wanted];
}

/** What ours are made of: the dynamic content's placeholder, and the id of the outcome's field. */
interface Parts {
  readonly text: string;
  readonly outcomeField: number | string;
}

/** The macro's own actions with ours put right: a text that is there stays, and so do actions and tags we don't know. */
function wantedActions(
  definition: MacroDefinition,
  actions: readonly Action[],
  { text, outcomeField }: Parts,
): Action[] {
  let wanted = [...actions];
  if (!textOf(wanted)) wanted = withAction(wanted, { field: 'comment_value_html', value: text });
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

const valueText = (value: Action['value']): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

function actionDifferences(found: readonly Action[], wanted: readonly Action[]): Difference[] {
  return wanted.flatMap(({ field, value }) => {
    const before = actionOf(found, field);
    return difference(`action ${field}`, before ? valueText(before.value) : null, valueText(value));
  });
}

const differencesOf = (found: Macro, actions: readonly Action[], description: string): Difference[] => [
  ...activeDifference(found.active),
  ...actionDifferences(found.actions, actions),
  ...difference('description', found.description, description),
];

function notes(found: Macro | undefined, text: string): string[] {
  const own = found && textOf(found.actions);
  if (!own || valueText(own.value).includes(text)) return [];
  return ['the text was replaced in the macro itself and is kept: it is the same in every language'];
}

interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
  readonly ids: Ids;
  readonly fingerprints: Fingerprints;
}

function compareMacro(
  definition: MacroDefinition,
  { account, settings, ids, fingerprints }: Given,
): Compared {
  const ref: ObjectRef = `macro:${definition.key}`;
  const found = findMarked(account.macros, ref);
  const parts = (known: Ids): Parts => ({
    text: String(idOrStandIn(known, `text:${definition.key}`)),
    outcomeField: idOrStandIn(known, 'field:outcome'),
  });
  const title = found?.title ?? definition.title[settings.language];
  const description = withFingerprints(
    found?.description ?? `${definition.description} ${mark(ref)}`,
    fingerprints,
  );
  const actions = found?.actions ?? [];
  const writes = (known: Ids): Write[] => {
    const body = {
      macro: { title, description, active: true, actions: wantedActions(definition, actions, parts(known)) },
    };
    return [
      found
        ? { method: 'put', path: `macros/${found.id}`, body, envelope: 'macro' }
        : { method: 'post', path: 'macros', body, envelope: 'macro' },
    ];
  };
  return compared({
    ref,
    title,
    found,
    differences: found
      ? differencesOf(found, wantedActions(definition, actions, parts(ids)), description)
      : [],
    notes: notes(found, parts(ids).text),
    foreign: foreignNamesakes(
      ref,
      definition.title,
      account.macros.filter((macro) => macro !== found),
    ),
    writes,
  });
}

/** Titles, further actions and further tags belong to the administrators once the macro exists. */
export function compareMacros(
  account: AccountSnapshot,
  settings: ProvisionSettings,
  { ids, texts }: { ids: Ids; texts: readonly ComparedText[] },
): Compared[] {
  return MACROS.map((definition) => {
    const fingerprints = texts.find(({ key }) => key === definition.key)?.fingerprints ?? {};
    return compareMacro(definition, { account, settings, ids, fingerprints });
  });
}
