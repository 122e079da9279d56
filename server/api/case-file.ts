import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { CaseFile, OpenCaseFile } from '../case-file/index.ts';
import { describeError } from '../describe-error.ts';
import type { Directory } from '../leads/directory.ts';
import type { Session } from '../leads/session.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import { ticketIdOf } from './handlers.ts';
import { sendProblem } from './problem.ts';
import { yesOrNo } from './query.ts';
import { sessionOf } from './session-guard.ts';

export const caseFileQuery = z.strictObject({
  language: z.enum(['en', 'de'], { error: 'must be en or de' }).default('en'),
  /** Internal notes are left out unless a lead asks for them. */
  notes: yesOrNo.default(false),
});
export type CaseFileQuery = z.infer<typeof caseFileQuery>;

export interface CaseFileRoute {
  readonly openCaseFile: OpenCaseFile;
  readonly directory: Directory;
  readonly log: Logger;
}

/** They read all of a case and hold a connection: a page that asks in a loop must not take Zendesk from the looks. */
const MOST_AT_ONCE = 2;

async function fileFor(
  { access, userId }: Session,
  ticketId: number,
  query: CaseFileQuery,
  { openCaseFile, directory }: CaseFileRoute,
): Promise<CaseFile> {
  if (access === 'lead') return openCaseFile({ ticketId, ...query });
  return openCaseFile({ ticketId, ...query, onlyFor: await directory.staff(userId) });
}

async function send(
  { fileName, pieces }: Extract<CaseFile, { ok: true }>,
  response: Response,
  log: Logger,
): Promise<void> {
  response.set({
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${fileName}"`,
  });
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    // The status has gone out: the connection is cut, and what was sent of the archive is none.
    log.warn({ error: describeError(error) }, 'a case file ended early');
  }
}

/** `GET /cases/:ticketId/file.zip`: the ombudsman's file of a case, for leads and for agents who may see its tickets. */
export function answerCaseFile(route: CaseFileRoute) {
  let underWay = 0;
  const answer = async (query: CaseFileQuery, request: Request, response: Response): Promise<void> => {
    const ticketId = ticketIdOf(request);
    if (ticketId === undefined) return sendProblem(response, 'case_not_found');
    if (query.notes && sessionOf(response).access !== 'lead') return sendProblem(response, 'not_a_lead');
    try {
      const file = await fileFor(sessionOf(response), ticketId, query, route);
      if (file.ok) await send(file, response, route.log);
      else sendProblem(response, file.code);
    } catch (error) {
      if (!isZendeskError(error)) throw error;
      route.log.warn({ error: describeError(error) }, 'a case file could not be begun');
      response.set('Retry-After', '30');
      sendProblem(response, 'zendesk_unavailable');
    }
  };
  return async (query: CaseFileQuery, request: Request, response: Response): Promise<void> => {
    if (underWay >= MOST_AT_ONCE) {
      response.set('Retry-After', '10');
      return sendProblem(response, 'too_many_files');
    }
    underWay += 1;
    try {
      await answer(query, request, response);
    } finally {
      underWay -= 1;
    }
  };
}
