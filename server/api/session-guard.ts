import type { RequestHandler, Response } from 'express';
import type { Session, Sessions } from '../leads/session.ts';
import { type ProblemCode, sendProblem } from './problem.ts';
import { type TokenOptions, tokenFault } from './tokens.ts';

/** What a request shows, without regard to case: `Bearer <token>`. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return authorization && /^Bearer ([\w.-]{1,4096})$/i.exec(authorization)?.[1];
}

interface Held {
  session?: Session;
}

/** Whose session a request showed. @throws Error at an address that asks for none */
export function sessionOf(response: Response): Session {
  const { session }: Held = response.locals;
  if (!session) throw new Error('this address asks for no session');
  return session;
}

function hold(response: Response, session: Session): void {
  const locals: Held = response.locals;
  locals.session = session;
}

function unauthorised(response: Response, code: ProblemCode): void {
  response.set('WWW-Authenticate', 'Bearer');
  sendProblem(response, code);
}

/**
 * Lets in whoever has a session of the page; with `lead` only those that may see every case, with
 * `renewal` also those whose session has expired. A token of the app's proxy
 * is none: it proves the account and not the person.
 */
export function requireSession(
  sessions: Sessions | undefined,
  wanted: 'lead' | 'anybody' | 'renewal',
): RequestHandler {
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (!sessions) return sendProblem(response, 'app_api_off');
    const authorization = request.get('authorization');
    if (!authorization) return unauthorised(response, 'session_missing');
    const token = bearerOf(authorization);
    if (token === undefined || !sessions.isOne(token)) return unauthorised(response, 'session_required');
    const read = await (wanted === 'renewal' ? sessions.readForRenewal(token) : sessions.read(token));
    if (!read.ok) return unauthorised(response, read.fault);
    if (wanted === 'lead' && read.session.access !== 'lead') return sendProblem(response, 'not_a_lead');
    hold(response, read.session);
    next();
  };
}

/** Lets in who has a token of the app's proxy, or a session of the page. */
export function requireTokenOrSession(tokens: TokenOptions, sessions: Sessions | undefined): RequestHandler {
  const session = requireSession(sessions, 'anybody');
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    // Where no secret is set nobody is let in, and the answer says how to switch it on.
    if (tokens.secrets.length === 0) return sendProblem(response, 'app_api_off');
    const authorization = request.get('authorization');
    const token = bearerOf(authorization);
    if (token !== undefined && sessions?.isOne(token)) return session(request, response, next);
    // Zendesk's proxy signs by real time, also where the product's clock is moved.
    const fault = await tokenFault(authorization, tokens, Date.now());
    if (fault === undefined) return next();
    if (fault === 'wrong_account') return sendProblem(response, fault);
    unauthorised(response, fault);
  };
}
