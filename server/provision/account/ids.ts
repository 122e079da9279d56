import {
  FIELD_KEYS,
  FORM_KEYS,
  FORM_TEXT_KEYS,
  MACRO_KEYS,
  TEXT_KEYS,
  TRIGGER_KEYS,
  VIEW_KEYS,
} from '../definition/keys.ts';
import { textName } from '../definition/texts/name.ts';
import { TITLE_TEXT_KEYS } from '../definition/title-texts.ts';
import type { Ids, ObjectRef } from '../refs.ts';
import { findMarked, findText } from './find.ts';
import { findForm } from './find-form.ts';
import type { AccountSnapshot, MarkedObjects } from './snapshot.ts';

type Entry = [ref: ObjectRef, id: number | string | undefined];

/** The ids of those of our objects that are in the account, found by mark; of a text its placeholder. */
export function knownIds(account: MarkedObjects & Partial<Pick<AccountSnapshot, 'texts' | 'forms'>>): Ids {
  const marked = (objects: Parameters<typeof findMarked>[0], ref: ObjectRef): Entry => [
    ref,
    findMarked(objects, ref)?.id,
  ];
  const entries: Entry[] = [
    ...FIELD_KEYS.map((key) => marked(account.fields, `field:${key}`)),
    ...[...TEXT_KEYS, ...FORM_TEXT_KEYS, ...TITLE_TEXT_KEYS].map(
      (key): Entry => [`text:${key}`, findText(account.texts ?? [], textName(key))?.placeholder],
    ),
    ...FORM_KEYS.map((key): Entry => [`form:${key}`, findForm(account, key)?.id]),
    ...MACRO_KEYS.map((key) => marked(account.macros, `macro:${key}`)),
    marked(account.webhooks, 'webhook'),
    ...TRIGGER_KEYS.map((key) => marked(account.triggers, `trigger:${key}`)),
    ...VIEW_KEYS.map((key) => marked(account.views, `view:${key}`)),
  ];
  return new Map(entries.flatMap(([ref, id]) => (id === undefined ? [] : [[ref, id] as const])));
}
