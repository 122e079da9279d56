import type express from 'express';
import type { Account } from '../account/account.ts';
import { isPlan, PLAN_LIMITS } from '../account/plans.ts';
import type { Faults } from '../faults/faults.ts';
import type { RequestLog } from '../http/request-log.ts';
import { objectOf } from '../json.ts';
import type { Deliverer } from '../webhooks/deliverer.ts';
import { answer, ControlError } from './answer.ts';

export interface AccountRouteDeps {
  account: Account;
  faults: Faults;
  log: RequestLog;
  deliverer: Deliverer;
}

/** The account's lag and plan, and a look at all of it. */
export function accountRoutes(router: express.Router, deps: AccountRouteDeps): void {
  const { account } = deps;
  const plan = () => ({ plan: account.settings.plan, requestsPerMinute: PLAN_LIMITS[account.settings.plan] });
  router.get('/lag', (_req, res) => void res.json(account.lag));
  router.put('/lag', (req, res) => {
    answer(res, () => Object.assign(account.lag, readLag(objectOf(req.body))));
  });
  router.get('/plan', (_req, res) => void res.json(plan()));
  router.put('/plan', (req, res) => {
    answer(res, () => {
      const wanted = objectOf(req.body).plan;
      if (!isPlan(wanted)) throw new ControlError(`plan: use one of ${Object.keys(PLAN_LIMITS).join(', ')}.`);
      account.settings.plan = wanted;
      return plan();
    });
  });
  router.get('/state', (_req, res) => void res.json({ ...stateOf(deps), ...plan() }));
}

/** Everything that is set, and how much there is of everything. */
function stateOf({ account, faults, log, deliverer }: AccountRouteDeps) {
  const { clock } = account;
  const waiting = deliverer.deliveries().filter((delivery) => delivery.state === 'waiting').length;
  return {
    account: { ...account.settings },
    clock: { now: new Date(clock.now()).toISOString(), offset: clock.offset(), rate: clock.rate() },
    lag: account.lag,
    faults: faults.list(),
    counts: {
      tickets: account.tickets.size,
      users: account.users.size,
      triggers: account.triggers.size,
      webhooks: account.webhooks.size,
      requests: log.entries().length,
      deliveries: deliverer.deliveries().length,
      deliveriesWaiting: waiting,
      mails: account.mails.length,
    },
  };
}

function readLag(body: Record<string, unknown>): Partial<Account['lag']> {
  const found: Partial<Account['lag']> = {};
  for (const key of ['readMs', 'searchMs'] as const) {
    const value = body[key];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value >= 0))
      throw new ControlError(`${key}: send milliseconds of the account's clock, 0 or more.`);
    found[key] = value;
  }
  return found;
}
