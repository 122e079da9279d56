import { findText } from '../account/find.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { editedLocales } from '../compare/edited-locales.ts';
import { readFingerprints } from '../compare/fingerprint.ts';
import { FORM_TEXT_KEYS, RETIRED_MACRO_KEYS, TEXT_KEYS } from '../definition/keys.ts';
import { textName } from '../definition/texts/name.ts';
import { TITLE_TEXT_KEYS } from '../definition/title-texts.ts';
import type { Ours } from './ours.ts';
import { namedBy, type References } from './references.ts';
import type { Removal, RemovalOptions } from './removal-types.ts';

/** Why a text of our own forms stays. */
export const STAYS = 'stays with the field or form that it names, which is only switched off';

/** Fields and forms of ours that stay, as far as they name dynamic content. */
function stayingIn(
  { fields, forms }: AccountSnapshot,
  marked: readonly Ours[],
  { withFields }: RemovalOptions,
): string {
  if (withFields) return '';
  const isOurs = (kind: string, id: number): boolean =>
    marked.some((ours) => ours.kind === kind && ours.id === id);
  return JSON.stringify([
    fields.filter(({ id }) => isOurs('field', id)),
    forms.filter(({ id }) => isOurs('form', id)),
  ]);
}

interface Given {
  readonly marked: readonly Ours[];
  readonly references: References;
  readonly options: RemovalOptions;
}

/** Dynamic content goes unless something that stays puts it into a text. */
export function removeTexts(account: AccountSnapshot, { marked, references, options }: Given): Removal[] {
  const staying = stayingIn(account, marked, options);
  return [...TEXT_KEYS, ...RETIRED_MACRO_KEYS, ...FORM_TEXT_KEYS, ...TITLE_TEXT_KEYS].flatMap(
    (key): Removal[] => {
      const item = findText(account.texts, textName(key));
      if (!item) return [];
      const base = { kind: 'text' as const, key, title: item.name, id: item.id };
      const users = references.naming((text) => text.includes(item.placeholder));
      if (users.length > 0) return [{ ...base, action: 'keep', notes: [namedBy(users)] }];
      if (staying.includes(item.placeholder)) return [{ ...base, action: 'keep', notes: [STAYS] }];
      const macro = marked.find((ours) => ours.kind === 'macro' && ours.key === key);
      const edited = editedLocales(item, account.locales, readFingerprints(macro?.description ?? ''));
      const notes = edited.map((locale) => `your own words in ${locale} go with it`);
      const call = { method: 'delete', path: `dynamic_content/items/${item.id}` } as const;
      return [{ ...base, action: 'delete', notes, call }];
    },
  );
}
