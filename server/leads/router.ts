import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { readBody } from '../http/read-body.ts';
import type { Directory } from './directory.ts';
import { type OpenedPage, type OpenPage, pageSession } from './page.ts';
import type { CheckedPageToken } from './page-token.ts';
import { type RefusedPage, refusedPage } from './refused-page.ts';
import type { Sessions } from './session.ts';

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

/** A token has some hundred characters. */
const LONGEST_FORM = 16_384;
const FORM = /^application\/x-www-form-urlencoded(;|$)/i;

/** In place of what the rest of the service says: shown in a frame of the account, by nobody else, and kept nowhere. */
function pageHeaders(
  request: Request,
  response: Response,
  { account, nonce }: { account: string; nonce?: string },
) {
  const own = ["'self'"];
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: nonce ? own : ["'none'"],
        styleSrc: nonce ? [...own, `'nonce-${nonce}'`] : ["'none'"],
        imgSrc: [...own, 'data:', 'blob:'],
        fontSrc: own,
        connectSrc: own,
        frameAncestors: [account],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    xFrameOptions: false,
  })(request, response, () => {});
  // It knows no address: the policy above says who may show the page.
  response.removeHeader('X-Frame-Options');
  response.set('Cache-Control', 'no-store');
}

/** The field of Zendesk's form. Undefined where it can't be read. */
async function tokenField(request: Request): Promise<{ readonly token: string | undefined } | undefined> {
  if (!FORM.test(request.get('content-type') ?? '') || request.get('content-encoding')) return undefined;
  const read = await readBody(request, LONGEST_FORM);
  if (!read.ok) return undefined;
  const tokens = new URLSearchParams(read.body.toString('utf8')).getAll('token');
  return tokens.length > 1 ? undefined : { token: tokens[0] };
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
    const { status, html } = refusedPage(why);
    pageHeaders(request, response, { account });
    response.set('Connection', 'close').status(status).type('html').send(html);
  };
  const onOpen: RequestHandler = async (request, response) => {
    try {
      const opened = await open(request, options);
      if (typeof opened === 'string') return refuse(request, response, opened);
      const { html, nonce } = opened;
      pageHeaders(request, response, { account, nonce });
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
  router.use('/assets', express.static(`${folder}/assets`, kept));
  return router;
}
