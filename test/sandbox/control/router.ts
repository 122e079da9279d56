import express from 'express';
import { ClockError } from '../clock.ts';
import { Fault } from '../fault.ts';
import type { RequestLog } from '../http/request-log.ts';
import { sendFault } from '../http/route.ts';
import type { Sessions } from '../http/sessions.ts';
import { idOf, objectOf, textOf } from '../json.ts';
import { presentTicket } from '../present/ticket.ts';
import { presentUser } from '../present/user.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { receiveCall, receiveMail } from '../tickets/inbound.ts';
import type { Deliverer } from '../webhooks/deliverer.ts';
import type { InstalledApp } from './app-packages.ts';

export interface ControlDeps extends TicketDeps {
  log: RequestLog;
  sessions: Sessions;
  deliverer: Deliverer;
  apps: readonly InstalledApp[];
  events: express.RequestHandler;
}

/** The control API under `/__sandbox`: what no Zendesk has, for the workspace, the demo and tests. */
export function createControlRouter(deps: ControlDeps): express.Router {
  const router = express.Router();
  router.use(express.json());
  clockRoutes(router, deps);
  logRoutes(router, deps);
  sessionRoutes(router, deps);
  inboundRoutes(router, deps);
  router.get('/events', deps.events);
  router.get('/apps', (_req, res) => {
    const shown = deps.apps.map(({ id, installationId, name, version, locations, settings }) => ({
      id,
      installationId,
      name,
      version,
      locations,
      settings,
    }));
    res.json({ apps: shown });
  });
  return router;
}

function clockRoutes(router: express.Router, deps: ControlDeps): void {
  const { clock } = deps.account;
  const state = () => ({ now: new Date(clock.now()).toISOString(), offset: clock.offset() });
  router.get('/clock', (_req, res) => void res.json(state()));
  router.put('/clock', (req, res) => {
    const body = objectOf(req.body);
    try {
      if (typeof body.advance === 'number') clock.advance(body.advance);
      else if (typeof body.now === 'string') clock.set(body.now);
      else throw new ClockError('Send {"now": "2026-04-08T09:00:00Z"} or {"advance": milliseconds}.');
      res.json(state());
    } catch (error) {
      if (!(error instanceof ClockError)) throw error;
      res.status(422).json({ error: error.code, description: error.message });
    }
  });
}

function logRoutes(router: express.Router, deps: ControlDeps): void {
  router.get('/requests', (_req, res) => void res.json({ requests: deps.log.entries() }));
  router.delete('/requests', (_req, res) => {
    deps.log.clear();
    res.status(204).end();
  });
  router.get('/deliveries', (_req, res) => void res.json({ deliveries: deps.deliverer.deliveries() }));
  router.get('/mails', (_req, res) => void res.json({ mails: deps.account.mails }));
}

function sessionRoutes(router: express.Router, deps: ControlDeps): void {
  const { account, sessions } = deps;
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

/** A customer writes or rings: what would come in from outside. */
function inboundRoutes(router: express.Router, deps: ControlDeps): void {
  router.post('/mail', (req, res) => {
    const body = objectOf(req.body);
    answer(res, () =>
      receiveMail(deps, {
        from: textOf(body.from) ?? '',
        name: textOf(body.name),
        subject: textOf(body.subject) ?? '',
        body: textOf(body.body) ?? '',
        ticketId: idOf(body.ticket_id),
      }),
    );
  });
  router.post('/call', (req, res) => {
    const body = objectOf(req.body);
    answer(res, () =>
      receiveCall(deps, {
        userId: idOf(body.user_id) ?? 0,
        summary: textOf(body.summary) ?? '',
        agentId: idOf(body.agent_id),
      }),
    );
  });

  function answer(res: express.Response, act: () => ReturnType<typeof receiveMail>): void {
    try {
      res.status(201).json({ ticket: presentTicket(deps.account, act()) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      sendFault(res, error);
    }
  }
}
