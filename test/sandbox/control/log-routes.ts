import type express from 'express';
import type { Account } from '../account/account.ts';
import type { RequestLog } from '../http/request-log.ts';
import { idOf } from '../json.ts';
import type { Deliverer } from '../webhooks/deliverer.ts';
import { summarize } from './summary.ts';

export interface LogDeps {
  account: Account;
  log: RequestLog;
  deliverer: Deliverer;
}

/** The logs: requests with their counts, deliveries, mails. Each takes `?limit=` for the newest so many. */
export function logRoutes(router: express.Router, { account, log, deliverer }: LogDeps): void {
  const lists = {
    requests: () => log.entries(),
    deliveries: () => deliverer.deliveries(),
    mails: () => account.mails,
  };
  for (const [name, entries] of Object.entries(lists)) {
    router.get(`/${name}`, (req, res) => {
      const limit = idOf(req.query.limit);
      const all: readonly unknown[] = entries();
      res.json({
        [name]: limit === undefined ? all : all.slice(Math.max(0, all.length - limit)),
        total: all.length,
      });
    });
  }
  const clear = {
    requests: () => log.clear(),
    deliveries: () => deliverer.clear(),
    mails: () => void account.mails.splice(0),
  };
  for (const [name, forget] of Object.entries(clear)) {
    router.delete(`/${name}`, (_req, res) => {
      forget();
      res.status(204).end();
    });
  }
  router.get('/requests/summary', (_req, res) => void res.json(summarize(log.entries())));
}
