import type { Request } from 'express';
import type { Account } from '../account/account.ts';
import type { UserRecord } from '../account/records.ts';
import type { TokenStore } from '../oauth/tokens.ts';
import type { Sessions } from './sessions.ts';

/** Who calls: an OAuth token with scopes, or an agent's browser session with none to check. */
export type Identity =
  | { kind: 'token'; user: UserRecord; scopes: readonly string[] }
  | { kind: 'session'; user: UserRecord }
  | { kind: 'refused' }
  | { kind: 'anonymous' };

export interface IdentityDeps {
  account: Account;
  tokens: TokenStore;
  sessions: Sessions;
}

/** Reads the caller's credentials. An Authorization header that does not hold is refused, whatever cookie comes with it. */
export function identify(deps: IdentityDeps, req: Request): Identity {
  const header = req.get('authorization');
  if (header !== undefined) {
    const [scheme, credential] = header.split(' ');
    // A wrong password is no error to Zendesk on some endpoints; a wrong token always is.
    if (scheme?.toLowerCase() !== 'bearer') return { kind: 'anonymous' };
    const token = deps.tokens.find(credential ?? '');
    const user = token && deps.account.users.get(token.userId);
    if (!token || !user || user.suspended || !user.active) return { kind: 'refused' };
    return { kind: 'token', user, scopes: token.scopes };
  }
  const user = deps.sessions.userOf(req);
  return user ? { kind: 'session', user } : { kind: 'anonymous' };
}
