import type { Account } from '../account/account.ts';
import { localeById, localeOf } from '../account/locales.ts';
import type { UserRecord } from '../account/records.ts';
import { blank } from '../fault.ts';
import { idOf, type JsonObject, textOf } from '../json.ts';
import { userOfAddress } from './identities.ts';

/** The user of an address, created as an end user if there is none. @throws Fault 422 without a name or address */
export function findOrCreateUser(account: Account, input: JsonObject): UserRecord {
  const email = textOf(input.email)?.trim();
  const known = email ? userOfAddress(account, email) : undefined;
  if (known) return known;
  const name = textOf(input.name)?.trim() || email?.split('@')[0];
  if (!name) throw blank('requester', 'Requester name');
  const localeId = idOf(input.locale_id);
  const locale = textOf(input.locale) ?? (localeId === undefined ? undefined : localeById(localeId)?.locale);
  const user: UserRecord = {
    ...blankUser(account),
    name,
    email: email ?? null,
    locale: localeOf(locale ?? account.settings.locale).locale,
  };
  account.users.set(user.id, user);
  return user;
}

/** A user with everything at its default. */
export function blankUser(account: Account): UserRecord {
  const now = account.stamp();
  return {
    id: account.ids.next(),
    name: '',
    email: null,
    role: 'end-user',
    locale: account.settings.locale,
    time_zone: account.settings.timezone,
    phone: null,
    details: '',
    notes: '',
    tags: [],
    organization_id: null,
    default_group_id: null,
    custom_role_id: null,
    external_id: null,
    suspended: false,
    active: true,
    verified: true,
    created_at: now,
    updated_at: now,
  };
}
