import { findMarked, findText } from '../account/find.ts';
import type { DynamicContent, Macro } from '../account/schemas.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { RETIRED_MACRO_KEYS, type RetiredMacroKey } from '../definition/keys.ts';
import { textName } from '../definition/texts/name.ts';
import type { Difference, PlannedObject, Write } from '../plan-types.ts';
import type { ObjectRef } from '../refs.ts';
import { editedLocales } from './edited-locales.ts';
import type { Compared } from './entry.ts';
import { readFingerprints } from './fingerprint.ts';
import { ownText } from './macro-text.ts';

interface Retired {
  readonly key: RetiredMacroKey;
  readonly found: Pick<PlannedObject, 'kind' | 'title' | 'id'>;
  readonly to: string;
  readonly write: Write;
}

function change({ key, found, to, write }: Retired): Compared {
  const ref: ObjectRef = `macro:${key}`;
  const differences: Difference[] = [{ what: 'of an earlier version', from: 'in use', to }];
  const object: PlannedObject = { ...found, key, status: 'change', differences, notes: [] };
  return { objects: [object], step: { ref, object, writes: () => [write] } };
}

/** Whether somebody has written in it: in the dynamic content, or in the macro itself. */
function hasOwnWords(macro: Macro, item: DynamicContent | undefined, account: AccountSnapshot): boolean {
  const recorded = readFingerprints(macro.description);
  if (item && editedLocales(item, account.locales, recorded).length > 0) return true;
  return item !== undefined && !(ownText(macro.actions) ?? '').includes(item.placeholder);
}

/** Whether a rule other than the macro itself puts the text into its own. */
function isUsedElsewhere(
  { placeholder }: DynamicContent,
  macro: Macro | undefined,
  account: AccountSnapshot,
) {
  const others = [
    ...account.macros.filter((one) => one !== macro),
    ...account.triggers,
    ...account.automations,
  ];
  return others.some(({ actions }) => JSON.stringify(actions).includes(placeholder));
}

/**
 * A macro of an earlier version, which would let a reply out without an outcome. Unedited it is deleted, and its text
 * with it; with a person's words in it, it is only switched off.
 */
function retire(key: RetiredMacroKey, account: AccountSnapshot): Compared[] {
  const macro = findMarked(account.macros, `macro:${key}`);
  const item = findText(account.texts, textName(key));
  const parts: Compared[] = [];
  if (macro) {
    const found = { kind: 'macro', title: macro.title, id: macro.id } as const;
    const path = `macros/${macro.id}`;
    if (hasOwnWords(macro, item, account)) {
      const write: Write = { method: 'put', path, envelope: 'macro', body: { macro: { active: false } } };
      return macro.active ? [change({ key, found, to: 'switched off: it has your words', write })] : [];
    }
    parts.push(change({ key, found, to: 'deleted', write: { method: 'delete', path } }));
  }
  if (item && !isUsedElsewhere(item, macro, account)) {
    const found = { kind: 'text', title: item.name, id: item.id } as const;
    const write: Write = { method: 'delete', path: `dynamic_content/items/${item.id}` };
    parts.push(change({ key, found, to: 'deleted', write }));
  }
  return parts;
}

/** What earlier versions have left behind. */
export function compareRetired(account: AccountSnapshot): Compared[] {
  return RETIRED_MACRO_KEYS.flatMap((key) => retire(key, account));
}
