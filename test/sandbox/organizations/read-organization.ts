import type { Account } from '../account/account.ts';
import type { OrganizationRecord } from '../account/records.ts';
import { blank, type Detail, recordInvalid } from '../fault.ts';
import { idOf, type JsonObject, textOf, wordOf, wordsOf } from '../json.ts';
import { normalTags } from '../tickets/tag-fields.ts';

/** Reads an organisation, new or updated. Names and external ids are taken once. @throws Fault 422 */
export function readOrganization(
  account: Account,
  body: JsonObject,
  known?: OrganizationRecord,
): OrganizationRecord {
  const now = account.stamp();
  const name = (textOf(body.name) ?? known?.name ?? '').trim();
  if (name === '') throw blank('name', 'Name');
  const others = [...account.organizations.values()].filter((one) => one.id !== known?.id);
  if (others.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw taken('name', `Name: ${name} has already been taken`);
  const external_id = 'external_id' in body ? wordOf(body.external_id) || null : (known?.external_id ?? null);
  if (external_id !== null && others.some((one) => sameExternalId(one, external_id)))
    throw taken('external_id', 'External: has already been taken');
  const nullable = (key: 'details' | 'notes') =>
    key in body ? (textOf(body[key]) ?? null) : (known?.[key] ?? null);
  const group_id = 'group_id' in body ? (idOf(body.group_id) ?? null) : (known?.group_id ?? null);
  if (group_id !== null && !account.groups.has(group_id))
    throw recordInvalid({ group: [{ description: 'Group: is invalid', error: 'InvalidValue' }] });
  return {
    id: known?.id ?? account.ids.next(),
    name,
    domain_names: 'domain_names' in body ? wordsOf(body.domain_names) : (known?.domain_names ?? []),
    details: nullable('details'),
    notes: nullable('notes'),
    tags: 'tags' in body ? normalTags(wordsOf(body.tags)) : (known?.tags ?? []),
    group_id,
    external_id,
    created_at: known?.created_at ?? now,
    updated_at: now,
  };
}

/** External ids are compared without regard to case. */
export function sameExternalId(organization: OrganizationRecord, external: string): boolean {
  return organization.external_id?.toLowerCase() === external.toLowerCase();
}

function taken(attribute: string, description: string) {
  const detail: Detail = { description, error: 'DuplicateValue' };
  return recordInvalid({ [attribute]: [detail] });
}
