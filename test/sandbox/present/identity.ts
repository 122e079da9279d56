import type { Account } from '../account/account.ts';
import type { IdentityRecord } from '../account/records.ts';
import { apiUrl } from './url.ts';

export function presentIdentity(account: Account, identity: IdentityRecord): Record<string, unknown> {
  const mail = identity.type === 'email' ? { undeliverable_count: 0, deliverable_state: 'deliverable' } : {};
  return {
    url: apiUrl(account, `users/${identity.user_id}/identities/${identity.id}`),
    ...identity,
    ...mail,
    verification_method: identity.verified ? 'low' : 'none',
    verified_at: identity.verified ? identity.updated_at : null,
  };
}
