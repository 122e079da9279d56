import type { Account } from '../account/account.ts';
import { localeById, localeOf } from '../account/locales.ts';
import type { Role, UserRecord } from '../account/records.ts';
import { blank, recordInvalid } from '../fault.ts';
import { flagOf, idOf, type JsonObject, textOf, wordsOf } from '../json.ts';
import { normalTags } from '../tickets/tag-fields.ts';
import { blankUser } from './find-or-create.ts';
import { userOfAddress } from './identities.ts';

const ROLES: readonly Role[] = ['admin', 'agent', 'end-user'];

/** Reads a user, new or updated. @throws Fault 422 without a name, or with an address that is taken */
export function readUser(account: Account, body: JsonObject, known?: UserRecord): UserRecord {
  const base = known ?? blankUser(account);
  const name = (textOf(body.name) ?? base.name).trim();
  if (name === '') throw blank('name', 'Name');
  const given = textOf(body.email)?.trim() || null;
  const other = given === null ? undefined : userOfAddress(account, given);
  if (other && other.id !== base.id) {
    throw recordInvalid({
      email: [
        { description: `Email: ${given} is already being used by another user`, error: 'DuplicateValue' },
      ],
    });
  }
  const nullable = (key: string, old: string | null) => (key in body ? (textOf(body[key]) ?? null) : old);
  return {
    ...base,
    name,
    // An address sent for a user who has one becomes a further address of theirs, not the primary one.
    email: base.email ?? given,
    role: ROLES.find((role) => role === body.role) ?? base.role,
    custom_role_id: readCustomRole(account, body, base),
    locale: readLocale(body) ?? base.locale,
    time_zone: textOf(body.iana_time_zone) ?? textOf(body.time_zone) ?? base.time_zone,
    phone: nullable('phone', base.phone),
    external_id: nullable('external_id', base.external_id),
    details: textOf(body.details) ?? base.details,
    notes: textOf(body.notes) ?? base.notes,
    tags: 'tags' in body ? normalTags(wordsOf(body.tags)) : base.tags,
    organization_id: 'organization_id' in body ? (idOf(body.organization_id) ?? null) : base.organization_id,
    default_group_id: idOf(body.default_group_id) ?? base.default_group_id,
    suspended: flagOf(body.suspended) ?? base.suspended,
    verified: flagOf(body.verified) ?? base.verified,
    updated_at: account.stamp(),
  };
}

function readLocale(body: JsonObject): string | undefined {
  const id = idOf(body.locale_id);
  const locale = textOf(body.locale);
  return locale !== undefined
    ? localeOf(locale).locale
    : id === undefined
      ? undefined
      : localeById(id)?.locale;
}

/** @throws Fault 422 for a role there is none of */
function readCustomRole(account: Account, body: JsonObject, base: UserRecord): number | null {
  if (!('custom_role_id' in body)) return base.custom_role_id;
  const id = idOf(body.custom_role_id);
  if (id === undefined) return null;
  if (account.customRoles.has(id)) return id;
  throw recordInvalid({
    custom_role_id: [{ description: 'Custom role: is invalid', error: 'InvalidValue' }],
  });
}
