import type { Account } from '../account/account.ts';
import type { CustomStatusRecord, StatusCategory } from '../account/records.ts';
import { blank, recordInvalid } from '../fault.ts';
import { flagOf, type JsonObject, textOf } from '../json.ts';

const CATEGORIES: readonly StatusCategory[] = ['new', 'open', 'pending', 'hold', 'solved'];
/** Longest label. */
const LABEL = 48;

/** Reads a custom status, new or updated; its category is fixed once. @throws Fault 422 */
export function readCustomStatus(
  account: Account,
  body: JsonObject,
  known?: CustomStatusRecord,
): CustomStatusRecord {
  const now = account.stamp();
  const label = (textOf(body.agent_label) ?? known?.agent_label ?? '').trim();
  if (label === '') throw blank('agent_label', 'Agent label');
  if (label.length > LABEL)
    throw invalid('agent_label', `Agent label: is too long (maximum is ${LABEL} characters)`);
  const taken = [...account.customStatuses.values()].some(
    (one) => one.id !== known?.id && one.agent_label.toLowerCase() === label.toLowerCase(),
  );
  if (taken) throw invalid('agent_label', 'Agent label: has already been taken', 'DuplicateValue');
  const category = known?.status_category ?? CATEGORIES.find((one) => one === body.status_category);
  if (!category) throw invalid('status_category', 'Status category: is invalid');
  if (known?.default && flagOf(body.active) === false)
    throw invalid('active', 'Active: a default status cannot be deactivated');
  return {
    id: known?.id ?? account.ids.next(),
    status_category: category,
    agent_label: label,
    end_user_label: textOf(body.end_user_label) ?? known?.end_user_label ?? label,
    description: textOf(body.description) ?? known?.description ?? '',
    end_user_description: textOf(body.end_user_description) ?? known?.end_user_description ?? '',
    active: flagOf(body.active) ?? known?.active ?? true,
    default: known?.default ?? false,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

const invalid = (attribute: string, description: string, error = 'InvalidValue') =>
  recordInvalid({ [attribute]: [{ description, error }] });
