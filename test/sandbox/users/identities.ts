import type { Account } from '../account/account.ts';
import type { IdentityRecord, UserRecord } from '../account/records.ts';
import { recordInvalid } from '../fault.ts';
import { flagOf, type JsonObject, textOf } from '../json.ts';

const TYPES = [
  'email',
  'phone_number',
  'twitter',
  'facebook',
  'google',
  'agent_forwarding',
  'any_channel',
  'foreign',
];

/** The identities of a user, the primary address first. It is made when it is first asked for. */
export function identitiesOf(account: Account, user: UserRecord): IdentityRecord[] {
  const own = () => [...account.identities.values()].filter((one) => one.user_id === user.id);
  if (user.email !== null && !own().some((one) => one.type === 'email' && one.value === user.email)) {
    for (const one of own()) account.identities.set(one.id, { ...one, primary: false });
    add(account, {
      user_id: user.id,
      type: 'email',
      value: user.email,
      verified: user.verified,
      primary: true,
    });
  }
  return own().sort((a, b) => Number(b.primary) - Number(a.primary) || a.id - b.id);
}

/** The user who has an address as one of theirs, the primary one or another. */
export function userOfAddress(account: Account, address: string): UserRecord | undefined {
  const wanted = address.trim().toLowerCase();
  const users = [...account.users.values()].filter((user) => user.active);
  const identity = [...account.identities.values()].find(
    (one) => one.type === 'email' && one.value.toLowerCase() === wanted,
  );
  return (
    users.find((user) => user.email?.toLowerCase() === wanted) ??
    users.find((user) => user.id === identity?.user_id)
  );
}

/** Adds an identity from a request. @throws Fault 422 for a type unknown, or an address that is taken */
export function addIdentity(account: Account, user: UserRecord, body: JsonObject): IdentityRecord {
  const type = textOf(body.type) ?? '';
  const value = (textOf(body.value) ?? '').trim();
  if (!TYPES.includes(type)) throw invalid('type', 'Type: is invalid', 'InvalidValue');
  if (value === '') throw invalid('value', 'Value: cannot be blank', 'BlankValue');
  identitiesOf(account, user);
  if (type === 'email' && userOfAddress(account, value)) {
    throw invalid('value', `Value: ${value} is already being used by another user`, 'DuplicateValue');
  }
  const verified = flagOf(body.verified) ?? flagOf(body.skip_verify_email) ?? false;
  return add(account, { user_id: user.id, type, value, verified, primary: false });
}

/** Makes an identity the primary one of its type; an address becomes the user's. */
export function makePrimary(account: Account, user: UserRecord, identity: IdentityRecord): void {
  for (const one of identitiesOf(account, user)) {
    if (one.type === identity.type) change(account, one, { primary: one.id === identity.id });
  }
  if (identity.type === 'email')
    account.users.set(user.id, { ...user, email: identity.value, updated_at: account.stamp() });
}

export function change(
  account: Account,
  identity: IdentityRecord,
  to: Partial<IdentityRecord>,
): IdentityRecord {
  const changed = { ...identity, ...to, updated_at: account.stamp() };
  account.identities.set(identity.id, changed);
  return changed;
}

function add(
  account: Account,
  input: Omit<IdentityRecord, 'id' | 'created_at' | 'updated_at'>,
): IdentityRecord {
  const now = account.stamp();
  const identity = { ...input, id: account.ids.next(), created_at: now, updated_at: now };
  account.identities.set(identity.id, identity);
  return identity;
}

const invalid = (attribute: string, description: string, error: string) =>
  recordInvalid({ [attribute]: [{ description, error }] });
