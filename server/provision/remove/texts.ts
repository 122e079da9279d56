import { findText } from '../account/find.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { editedLocales } from '../compare/edited-locales.ts';
import { readFingerprints } from '../compare/fingerprint.ts';
import { FORM_TEXT_KEYS, RETIRED_MACRO_KEYS, TEXT_KEYS } from '../definition/keys.ts';
import { textName } from '../definition/texts/name.ts';
import type { Ours } from './ours.ts';
import { namedBy, type References } from './references.ts';
import type { Removal } from './removal-types.ts';

/** Dynamic content goes unless something that stays puts it into a text. */
export function removeTexts(
  account: AccountSnapshot,
  marked: readonly Ours[],
  references: References,
): Removal[] {
  return [...TEXT_KEYS, ...RETIRED_MACRO_KEYS, ...FORM_TEXT_KEYS].flatMap((key): Removal[] => {
    const item = findText(account.texts, textName(key));
    if (!item) return [];
    const base = { kind: 'text' as const, key, title: item.name, id: item.id };
    const users = references.naming((text) => text.includes(item.placeholder));
    if (users.length > 0) return [{ ...base, action: 'keep', notes: [namedBy(users)] }];
    const macro = marked.find((ours) => ours.kind === 'macro' && ours.key === key);
    const edited = editedLocales(item, account.locales, readFingerprints(macro?.description ?? ''));
    const notes = edited.map((locale) => `your own words in ${locale} go with it`);
    const call = { method: 'delete', path: `dynamic_content/items/${item.id}` } as const;
    return [{ ...base, action: 'delete', notes, call }];
  });
}
