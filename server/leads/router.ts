import compression from 'compression';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import type { Directory } from './directory.ts';
import { type OpenedPage, type OpenPage, pageSession } from './page.ts';
import { tokenField } from './page-form.ts';
import { pageHeaders } from './page-headers.ts';
import type { CheckedPageToken } from './page-token.ts';
import { type RefusedPage, refusedPage } from './refused-page.ts';
import type { Sessions } from './session.ts';
import { languageOf, sendWords } from './words-page.ts';

export interface DashboardOptions {
  /** The built page's folder; its files are served below the page. */
  readonly folder: string;
  readonly openPage: OpenPage;
  readonly checkToken: (token: string | undefined) => Promise<CheckedPageToken>;
  readonly directory: Directory;
  /** Left out where no secret is set. */
  readonly sessions: Sessions | undefined;
  /** Where Zendesk is: nobody else may show the page in a frame. */
  readonly account: string;
  readonly log: Logger;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

/** The page for whom Zendesk has opened it, with a session; or why not. */
async function open(
  request: Request,
  { openPage, checkToken, directory, sessions, now = Date.now }: DashboardOptions,
): Promise<OpenedPage | RefusedPage> {
  if (!sessions) return 'app_api_off';
  const form = await tokenField(request);
  if (!form) return 'malformed_request';
  const checked = await checkToken(form.token);
  if (!checked.ok) return checked.fault;
  const { userId } = checked;
  const answer = await directory.accessOf(userId);
  if (!answer.ok) return answer.why;
  const { access, asOf } = answer;
  const { token, session } = await sessions.issue({ userId, access, startedAt: now(), asOf });
  return (await openPage(pageSession(token, session, sessions))) ?? 'not_built';
}

/**
 * `POST /dashboard`: the leads' page, to whom Zendesk has opened it for, with a session of their own. Below it the files
 * of the page, which anybody may read.
 */
export function dashboardRouter(options: DashboardOptions): Router {
  const { folder, account, log } = options;
  const refuse = (request: Request, response: Response, why: RefusedPage): void => {
    sendWords(request, response, account, refusedPage(why, languageOf(request)));
  };
  const onOpen: RequestHandler = async (request, response) => {
    try {
      const opened = await open(request, options);
      if (typeof opened === 'string') return refuse(request, response, opened);
      const { html, nonce } = opened;
      pageHeaders(request, response, { account, nonce, kind: 'board' });
      response.type('html').send(html);
    } catch (error) {
      log.warn({ error: describeError(error) }, 'the page of the team leads could not be opened');
      refuse(request, response, 'unavailable');
    }
  };
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/')
    .post(onOpen)
    .all((request, response) => refuse(request, response.set('Allow', 'POST'), 'not_opened_by_zendesk'));
  // Their names change with what they hold.
  const kept = { index: false, redirect: false, dotfiles: 'deny', immutable: true, maxAge: '365d' } as const;
  // Nothing in them is secret; what is may not be compressed beside what others can choose.
  router.use('/assets', compression(), express.static(`${folder}/assets`, kept));
  return router;
}
