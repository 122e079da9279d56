import { findMarked } from '../../account/find.ts';
import type { Macro } from '../../account/schemas.ts';
import type { AccountSnapshot } from '../../account/snapshot.ts';
import { MACRO_KEYS, type MacroKey } from '../../definition/keys.ts';
import { eventTagOf, outcomeOptionOf } from '../../definition/macros.ts';
import { listed, orOk, problem, warning } from '../findings.ts';
import { isOurs, tagKind, tagsOf, words } from '../rules.ts';
import { SCREENS } from '../screens.ts';
import type { Check, Finding } from '../types.ts';

const OUR_ACTIONS: readonly string[] = [
  'comment_value',
  'comment_value_html',
  'comment_mode_is_public',
  'current_tags',
];

interface Ours {
  readonly key: MacroKey;
  readonly macro: Macro;
  /** The action that chooses an outcome, by the id of its field. */
  readonly outcomeAction: string;
}

const TAKE_OUT = (macro: Macro): string =>
  `${SCREENS.macros}: open "${macro.title}" and take it out, unless you want it so.`;

function moreTags({ key, macro }: Ours): Finding[] {
  const wanted = eventTagOf(key);
  const wrong = tagsOf(macro, 'current_tags').filter((tag) => tagKind(tag) === 'event' && tag !== wanted);
  const sets = tagsOf(macro, 'set_tags');
  return [
    ...(wrong.length > 0
      ? [
          problem(
            `macro "${macro.title}" adds ${listed(wrong)}: the reply counts as something that it is not`,
            TAKE_OUT(macro),
          ),
        ]
      : []),
    ...(sets.length > 0
      ? [
          problem(
            `macro "${macro.title}" sets tags, which takes those of the complaint away`,
            TAKE_OUT(macro),
          ),
        ]
      : []),
  ];
}

function moreActions({ key, macro, outcomeAction }: Ours): Finding[] {
  const allowed = outcomeOptionOf(key) === undefined ? OUR_ACTIONS : [...OUR_ACTIONS, outcomeAction];
  const more = macro.actions.filter(({ field }) => !allowed.includes(field) && field !== 'set_tags');
  if (more.length === 0) return [];
  const told = more.map(({ field, value }) => `${field} = ${words(value).join(' ')}`);
  const why =
    key === 'acknowledgement'
      ? 'the service sends its text only, so that these are done when an agent applies it, and else not'
      : 'these are done whenever an agent applies it';
  return [warning(`macro "${macro.title}" does more than ours: ${listed(told)}; ${why}`, TAKE_OUT(macro))];
}

/** Macros of others that say that a reply is one of ours. */
function othersMacros({ macros }: AccountSnapshot): Finding[] {
  return macros
    .filter((macro) => macro.active && !isOurs(macro))
    .flatMap((macro) => {
      const tags = tagsOf(macro, 'current_tags').filter(
        (tag) => tagKind(tag) === 'event' || tagKind(tag) === 'kept',
      );
      if (tags.length === 0) return [];
      return [
        warning(
          `macro "${macro.title}" (${macro.id}), which is not ours, adds ${listed(tags)}: a reply with it counts as that`,
          `${SCREENS.macros}: take the tags out, unless that is what it is for.`,
        ),
      ];
    });
}

/** Our macros do what ours do and nothing else, and no other macro passes for one of ours. */
export const macroActions: Check = {
  id: 'macro-actions',
  title: 'What else the macros do',
  run: async ({ living }) => {
    const account = await living.objects();
    const outcomeAction = `custom_fields_${findMarked(account.fields, 'field:outcome')?.id ?? ''}`;
    const ours = MACRO_KEYS.flatMap((key): Ours[] => {
      const macro = findMarked(account.macros, `macro:${key}`);
      return macro ? [{ key, macro, outcomeAction }] : [];
    });
    const found = [
      ...ours.flatMap((one) => [...moreTags(one), ...moreActions(one)]),
      ...othersMacros(account),
    ];
    return orOk(found, `${ours.length} macros do what ours do, and nothing else`);
  },
};
