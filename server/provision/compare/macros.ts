import { findMarked } from '../account/find.ts';
import { marked } from '../account/remembered.ts';
import type { Action, Macro } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { MACROS, type MacroDefinition } from '../definition/macros.ts';
import { type TextDefinition, textDefinitions } from '../definition/texts/index.ts';
import { textName } from '../definition/texts/name.ts';
import type { Difference, ProvisionSettings, Write } from '../plan-types.ts';
import { type Ids, idOrStandIn, type ObjectRef } from '../refs.ts';
import {
  activeDifference,
  type Compared,
  compared,
  difference,
  foreignNamesakes,
  isForced,
} from './entry.ts';
import { type Fingerprints, readFingerprints, withFingerprints } from './fingerprint.ts';
import { actionOf, type Parts, wantedActions } from './macro-actions.ts';
import { inlinePrint, type TextState, textState, type WantedText } from './macro-text.ts';
import type { ComparedText } from './texts.ts';
import { compareTitle, titleBody, titleOf } from './title.ts';

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

function notes(
  state: TextState,
  wanted: WantedText,
  { ref, language }: { ref: ObjectRef; language: string },
) {
  const only = wanted.inline
    ? [`says the letter in one language (${language}): Zendesk's plan has no dynamic content`]
    : [];
  if (state !== 'edited' || wanted.reset) return only;
  return [
    `the text was replaced in the macro itself and is kept: it is the same in every language; --force ${ref} puts ours back`,
  ];
}

interface Given {
  readonly account: AccountSnapshot;
  readonly settings: ProvisionSettings;
  readonly ids: Ids;
  readonly fingerprints: Fingerprints;
  /** Where they have to stand in the macros themselves. */
  readonly letters: readonly TextDefinition[] | undefined;
}

/** The text that a macro should have, by what is known of ids so far. */
function wantedText(definition: MacroDefinition, { settings, letters }: Given): (ids: Ids) => WantedText {
  const { key } = definition;
  const placeholder = `{{dc.${textName(key)}}}`;
  const reset = settings.resetTexts === true || isForced(settings, `macro:${key}`);
  const letter = letters?.find((one) => one.key === key)?.content[settings.language];
  return (ids) =>
    letter === undefined
      ? { text: String(idOrStandIn(ids, `text:${key}`)), inline: false, placeholder, reset }
      : { text: letter, inline: true, placeholder, reset };
}

interface Said {
  readonly parts: (ids: Ids) => Parts;
  readonly fingerprints: Fingerprints;
  readonly notes: readonly string[];
}

/** What the macro is to say, to remember of it, and to tell the reader of the plan. */
function saidBy(definition: MacroDefinition, found: Macro | undefined, given: Given): Said {
  const { ids, fingerprints, settings } = given;
  const wanted = wantedText(definition, given);
  const { inline, reset } = wanted(ids);
  const state = textState(found, wanted(ids));
  const isWritten = state === 'missing' || state === 'outdated' || (state === 'edited' && reset);
  const before = readFingerprints(found?.description ?? '');
  return {
    parts: (known) => ({
      text: isWritten ? wanted(known).text : undefined,
      outcomeField: idOrStandIn(known, 'field:outcome'),
    }),
    fingerprints: inline ? { ...before, ...inlinePrint(state, wanted(ids)) } : fingerprints,
    notes: notes(state, wanted(ids), { ref: `macro:${definition.key}`, language: settings.language }),
  };
}

function compareMacro(definition: MacroDefinition, given: Given): Compared {
  const { account, settings, ids } = given;
  const ref: ObjectRef = `macro:${definition.key}`;
  const found = findMarked(account.macros, ref);
  const said = saidBy(definition, found, given);
  const title = compareTitle(
    { key: `macro_${definition.key}`, titles: definition.title },
    found && titleOf(found),
    { account, settings, forced: isForced(settings, ref) },
  );
  const description = withFingerprints(
    marked(found?.description ?? definition.description, ref),
    said.fingerprints,
  );
  const actions = found?.actions ?? [];
  const writes = (known: Ids): Write[] => {
    const body = {
      macro: {
        ...{ ...titleBody(title.entered(known)), description, active: true },
        actions: wantedActions(definition, actions, said.parts(known)),
      },
    };
    return [
      found
        ? { method: 'put', path: `macros/${found.id}`, body, envelope: 'macro' }
        : { method: 'post', path: 'macros', body, envelope: 'macro' },
    ];
  };
  return compared({
    ref,
    title: definition.title[settings.language],
    found,
    differences: found
      ? [
          ...differencesOf(found, wantedActions(definition, actions, said.parts(ids)), description),
          ...title.differences,
        ]
      : [],
    notes: said.notes,
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
  const letters = account.lacks.texts ? textDefinitions(settings.company, settings.promises) : undefined;
  return MACROS.map((definition) => {
    const fingerprints = texts.find(({ key }) => key === definition.key)?.fingerprints ?? {};
    return compareMacro(definition, { account, settings, ids, fingerprints, letters });
  });
}
