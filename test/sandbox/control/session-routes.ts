import type express from 'express';
import type { Account } from '../account/account.ts';
import type { Sessions } from '../http/sessions.ts';
import { idOf, objectOf } from '../json.ts';
import { presentUser } from '../present/user.ts';

/** `GET` and `POST /session`: who is signed in to this browser. */
export function sessionRoutes(
  router: express.Router,
  { account, sessions }: { account: Account; sessions: Sessions },
): void {
  router.get('/session', (req, res) => {
    const user = sessions.userOf(req) ?? sessions.signInDefault(res);
    res.json({ user: user ? presentUser(account, user) : null });
  });
  router.post('/session', (req, res) => {
    const id = idOf(objectOf(req.body).user_id);
    const user = id === undefined ? undefined : account.users.get(id);
    if (!user) {
      res
        .status(422)
        .json({ error: 'unknown_user', description: 'Send {"user_id": id} of a user of this account.' });
      return;
    }
    sessions.signIn(res, user);
    res.json({ user: presentUser(account, user) });
  });
}
