import { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Promises } from '../policies/promises.ts';
import { calendarAnswer, calendarQuery } from './calendar.ts';
import { caseAnswer } from './case.ts';
import { apiFaults } from './faults.ts';
import { limitRate } from './guard.ts';
import { type Answer, otherMethods, ticketIdOf, withQuery } from './handlers.ts';
import { type Leads, leadsRouter } from './leads-router.ts';
import { wakeByPerson } from './look.ts';
import { policyAnswer, policyQuery } from './policy.ts';
import { sendProblem } from './problem.ts';
import { requireTokenOrSession } from './session-guard.ts';
import type { TokenOptions } from './tokens.ts';

export interface ApiOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly promises?: Promises;
  readonly tokens: TokenOptions;
  /** Who may see every case; left out, nobody does. */
  readonly leads?: Leads;
  /** The service's. */
  readonly version: string;
  readonly log: Logger;
  /** Requests a second over all who ask; 50 by default. */
  readonly perSecond?: number;
}

function addPromises(router: Router, { clock, promises }: ApiOptions): void {
  const { policies = [] } = promises ?? {};
  const onPolicy = withQuery(policyQuery, (query, _request, response) => {
    response.json(policyAnswer(policies, query, clock.now()));
  });
  const onCalendar = withQuery(calendarQuery, (query, _request, response) => {
    if (!promises) return sendProblem(response, 'policy_not_found');
    const given = calendarAnswer(query, promises, clock.now());
    if (given.ok) response.json(given.answer);
    else
      sendProblem(response, given.code, given.code === 'calendar_coverage' ? { detail: given.detail } : {});
  });
  router.route('/policy').get(onPolicy).all(otherMethods('GET, HEAD'));
  router.route('/calendar').get(onCalendar).all(otherMethods('GET, HEAD'));
}

function addCases(router: Router, { ledger, clock }: ApiOptions): void {
  const onCase: Answer = async (request, response) => {
    const ticketId = ticketIdOf(request);
    const found = ticketId === undefined ? undefined : await caseAnswer(ledger, ticketId, clock.now());
    if (found) response.json(found);
    else sendProblem(response, 'case_not_found');
  };
  const onLook: Answer = async (request, response) => {
    // Nothing is read of a body, so none may follow.
    response.set('Connection', 'close');
    const ticketId = ticketIdOf(request);
    const woken = ticketId === undefined ? undefined : await wakeByPerson(ledger, ticketId, clock.now());
    if (woken) response.status(202).json(woken);
    else sendProblem(response, 'case_not_found');
  };
  router.route('/cases/:ticketId').get(onCase).all(otherMethods('GET, HEAD'));
  router.route('/cases/:ticketId/look').post(onLook).all(otherMethods('POST'));
}

/**
 * What the sidebar asks for beyond the ticket, with a token of Zendesk's proxy, and what team leads ask for, with the
 * session of their page. JSON, and for what is refused problem+json; there is no CORS.
 */
export function createApi(options: ApiOptions): Router {
  const { tokens, leads, version, log, perSecond = 50 } = options;
  const router = Router({ caseSensitive: true, strict: true });
  const limit = limitRate(perSecond);
  router.use(leadsRouter(options, limit));
  router.use(requireTokenOrSession(tokens, leads?.sessions));
  router.use(limit);
  router
    .route('/version')
    .get((_request, response) => void response.json({ version, api: 1 }))
    .all(otherMethods('GET, HEAD'));
  addPromises(router, options);
  addCases(router, options);
  router.use((_request, response) => sendProblem(response, 'not_found'));
  router.use(apiFaults(log));
  return router;
}
