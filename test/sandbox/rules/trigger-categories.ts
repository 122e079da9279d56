import type { Account } from '../account/account.ts';
import type { TriggerCategoryRecord } from '../account/records.ts';
import { coded } from '../fault.ts';
import { idOf, type JsonObject, textOf } from '../json.ts';

/** Categories in the order in which their triggers run. */
export function categoriesInOrder(account: Account): TriggerCategoryRecord[] {
  return [...account.triggerCategories.values()].sort((a, b) => a.position - b.position);
}

/** The first category; a new account has one, for its notifications. */
export function firstCategory(account: Account): TriggerCategoryRecord {
  return categoriesInOrder(account)[0] ?? addCategory(account, 'Notifications');
}

function addCategory(account: Account, name: string): TriggerCategoryRecord {
  const category = readCategory(account, { name });
  account.triggerCategories.set(category.id, category);
  return category;
}

/** Reads a category, new or updated. @throws Fault 400, in the newer envelope */
export function readCategory(
  account: Account,
  body: JsonObject,
  known?: TriggerCategoryRecord,
): TriggerCategoryRecord {
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw coded(400, 'BlankValue', 'Invalid attribute', 'Name: cannot be blank');
  const double = [...account.triggerCategories.values()].some(
    (one) => one.name === name && one.id !== known?.id,
  );
  if (double) throw coded(400, 'DuplicateValue', 'Invalid attribute', `Name: ${name} has already been taken`);
  const now = account.stamp();
  return {
    id: known?.id ?? String(account.ids.next()),
    name,
    position: idOf(body.position) ?? known?.position ?? account.triggerCategories.size + 1,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}
