import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Account } from '../account/account.ts';
import type { UserRecord } from '../account/records.ts';

export const SESSION_COOKIE = 'sandbox_session';

/** Browser sessions of the workspace: a cookie stands for a signed-in user. */
export interface Sessions {
  userOf(req: Request): UserRecord | undefined;
  /** Signs a user in and sets the cookie. */
  signIn(res: Response, user: UserRecord): void;
  /** Signs the first plain agent in, as the workspace does when it is opened. */
  signInDefault(res: Response): UserRecord | undefined;
}

export function createSessions(account: Account): Sessions {
  const userIds = new Map<string, number>();
  const signIn = (res: Response, user: UserRecord) => {
    const key = randomBytes(16).toString('hex');
    userIds.set(key, user.id);
    account.users.set(user.id, { ...user, last_login_at: account.stamp() });
    res.cookie(SESSION_COOKIE, key, { httpOnly: true, sameSite: 'lax', path: '/' });
  };
  return {
    userOf(req) {
      const key = cookie(req, SESSION_COOKIE);
      const id = key === undefined ? undefined : userIds.get(key);
      const user = id === undefined ? undefined : account.users.get(id);
      return user?.active && !user.suspended ? user : undefined;
    },
    signIn,
    signInDefault(res) {
      const user = defaultAgent(account);
      if (user) signIn(res, user);
      return user;
    },
  };
}

function defaultAgent(account: Account): UserRecord | undefined {
  const staff = [...account.users.values()].filter(
    (user) => user.role !== 'end-user' && user.active && !user.suspended,
  );
  return staff.find((user) => user.role === 'agent') ?? staff[0];
}

function cookie(req: Request, name: string): string | undefined {
  for (const part of (req.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}
