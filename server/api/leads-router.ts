import { type IRoute, type RequestHandler, Router } from 'express';
import type { OpenCaseFile } from '../case-file/index.ts';
import { describeError } from '../describe-error.ts';
import { createLabels } from '../labels.ts';
import type { Directory } from '../leads/directory.ts';
import type { Sessions } from '../leads/session.ts';
import type { Names } from '../names/names.ts';
import { attentionAnswer } from './attention.ts';
import { answerCaseFile, caseFileQuery } from './case-file.ts';
import { exportRegister, sendCsv } from './export.ts';
import { otherMethods, withQuery } from './handlers.ts';
import { addLeadFigures } from './lead-figures.ts';
import { noQuery } from './query.ts';
import { exportQuery, registerAnswer, registerQuery } from './register.ts';
import { renewSession } from './renew.ts';
import { reportAnswer, reportQuery } from './report.ts';
import type { ApiOptions } from './router.ts';
import { requireSession } from './session-guard.ts';

/** What the API has to know of team leads and their page. */
export interface Leads {
  readonly sessions: Sessions;
  readonly directory: Directory;
  /** Left out, no case has a file. */
  readonly openCaseFile?: OpenCaseFile;
  /** Left out, files and reports show ids alone. */
  readonly names?: Names;
}

/** An address that answers nobody but team leads. */
export type LeadRoute = (path: string) => IRoute;

function addRegister(lead: LeadRoute, { ledger, clock, promises, leads, log }: ApiOptions): void {
  const { policies = [] } = promises ?? {};
  const labels = createLabels(policies);
  const onRegister = withQuery(registerQuery, async (query, _request, response) => {
    response.json(await registerAnswer(ledger, query, clock.now()));
  });
  const onReport = withQuery(reportQuery, async (query, _request, response) => {
    response.json(await reportAnswer(ledger, query, { policies, now: clock.now() }));
  });
  const onExport = withQuery(exportQuery, async (query, request, response) => {
    const pieces = exportRegister(ledger, query, {
      now: clock.now(),
      labels,
      ...(leads?.names ? { names: leads.names } : {}),
    });
    await sendCsv(pieces, request, response).catch((error: unknown) => {
      if (!response.headersSent) throw error;
      // The status has gone out: a file that ends early ends with its connection.
      log.warn({ error: describeError(error) }, 'an export ended early');
    });
  });
  const onAttention = withQuery(noQuery, async (_query, _request, response) => {
    response.json(await attentionAnswer(ledger));
  });
  lead('/cases').get(onRegister).all(otherMethods('GET, HEAD'));
  lead('/cases.csv').get(onExport).all(otherMethods('GET, HEAD'));
  lead('/attention').get(onAttention).all(otherMethods('GET, HEAD'));
  lead('/report').get(onReport).all(otherMethods('GET, HEAD'));
}

function addCaseFile(router: Router, { leads, log }: ApiOptions, limit: RequestHandler): void {
  const { sessions, directory, openCaseFile } = leads ?? {};
  if (!directory || !openCaseFile) return;
  const onFile = withQuery(caseFileQuery, answerCaseFile({ openCaseFile, directory, log }));
  router
    .route('/cases/:ticketId/file.zip')
    .all(requireSession(sessions, 'anybody'), limit)
    .head(otherMethods('GET'))
    .get(onFile)
    .all(otherMethods('GET'));
}

function addSession(router: Router, { leads }: ApiOptions, limit: RequestHandler): void {
  const onRenew: RequestHandler = async (request, response) => {
    // Nothing is read of a body, so none may follow.
    response.set('Connection', 'close');
    if (leads) await renewSession(leads, request, response);
  };
  router
    .route('/session')
    .all(requireSession(leads?.sessions, 'renewal'), limit)
    .post(onRenew)
    .all(otherMethods('POST'));
}

/** What only the session of a team lead's page may ask. @param limit of requests, shared with the rest of the API */
export function leadsRouter(options: ApiOptions, limit: RequestHandler): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const onlyLeads = requireSession(options.leads?.sessions, 'lead');
  const lead: LeadRoute = (path) => router.route(path).all(onlyLeads, limit);
  addRegister(lead, options);
  addLeadFigures(lead, options);
  addSession(router, options, limit);
  addCaseFile(router, options, limit);
  return router;
}
