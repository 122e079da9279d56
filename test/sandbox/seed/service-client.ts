import type { Account } from '../account/account.ts';
import { newClientSecret, type OAuthClient } from '../oauth/tokens.ts';
import type { SeedFile } from './seed-file.ts';

/**
 * The one OAuth client there is at the start; it acts as the seed's service user, else as the first administrator.
 * @throws Error when the seed has neither
 */
export function serviceClient(account: Account, seed: SeedFile): OAuthClient {
  const users = seed.users ?? [];
  const user = users.find((one) => one.service === true) ?? users.find((one) => one.role === 'admin');
  if (!user) {
    throw new Error(
      'Seed: there must be a user with "service": true, or an admin, for the OAuth client to act as.',
    );
  }
  return {
    id: account.ids.next(),
    identifier: 'sandbox_service',
    name: 'Sandbox service',
    secret: newClientSecret(),
    userId: user.id,
    company: null,
    kind: 'confidential',
    redirectUris: [],
    createdAt: Date.now(),
    updatedAt: Date.now(),
  };
}
