import { Router } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { describeError } from '../describe-error.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Promises } from '../parts.ts';
import { attentionAnswer } from './attention.ts';
import { calendarAnswer, calendarQuery } from './calendar.ts';
import { caseAnswer } from './case.ts';
import { exportRegister, sendCsv } from './export.ts';
import { apiFaults } from './faults.ts';
import { limitRate, requireToken } from './guard.ts';
import { type Answer, otherMethods, ticketIdOf, withQuery } from './handlers.ts';
import { wakeByPerson } from './look.ts';
import { policyAnswer, policyQuery } from './policy.ts';
import { sendProblem } from './problem.ts';
import { noQuery } from './query.ts';
import { exportQuery, registerAnswer, registerQuery } from './register.ts';
import { reportAnswer, reportQuery } from './report.ts';
import type { TokenOptions } from './tokens.ts';

export interface ApiOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly promises?: Promises;
  readonly tokens: TokenOptions;
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

function addRegister(router: Router, { ledger, clock, promises, log }: ApiOptions): void {
  const { policies = [] } = promises ?? {};
  const onRegister = withQuery(registerQuery, async (query, _request, response) => {
    response.json(await registerAnswer(ledger, query, clock.now()));
  });
  const onReport = withQuery(reportQuery, async (query, _request, response) => {
    response.json(await reportAnswer(ledger, query, { policies, now: clock.now() }));
  });
  const onExport = withQuery(exportQuery, async (query, request, response) => {
    const pieces = exportRegister(ledger, query, { now: clock.now() });
    await sendCsv(pieces, request, response).catch((error: unknown) => {
      if (!response.headersSent) throw error;
      // The status has gone out: a file that ends early ends with its connection.
      log.warn({ error: describeError(error) }, 'an export ended early');
    });
  });
  const onAttention = withQuery(noQuery, async (_query, _request, response) => {
    response.json(await attentionAnswer(ledger));
  });
  router.route('/cases').get(onRegister).all(otherMethods('GET, HEAD'));
  router.route('/cases.csv').get(onExport).all(otherMethods('GET, HEAD'));
  router.route('/attention').get(onAttention).all(otherMethods('GET, HEAD'));
  router.route('/report').get(onReport).all(otherMethods('GET, HEAD'));
}

/**
 * What the sidebar and the dashboard ask for beyond the ticket. JSON, and for what is refused problem+json; through
 * Zendesk's proxy only, so there is no CORS.
 */
export function createApi(options: ApiOptions): Router {
  const { tokens, version, log, perSecond = 50 } = options;
  const router = Router({ caseSensitive: true, strict: true });
  router.use(requireToken(tokens));
  router.use(limitRate(perSecond));
  router
    .route('/version')
    .get((_request, response) => void response.json({ version, api: 1 }))
    .all(otherMethods('GET, HEAD'));
  addPromises(router, options);
  addRegister(router, options);
  addCases(router, options);
  router.use((_request, response) => sendProblem(response, 'not_found'));
  router.use(apiFaults(log));
  return router;
}
