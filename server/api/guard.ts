import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';
import { type TokenOptions, tokenFault } from './tokens.ts';

/** Lets in who has a token that holds. Where no secret is set nobody is let in, and the answer says how to switch it on. */
export function requireToken(options: TokenOptions): RequestHandler {
  return async (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (options.secrets.length === 0) return sendProblem(response, 'app_api_off');
    // Zendesk's proxy signs by real time, also where the product's clock is moved.
    const fault = await tokenFault(request.get('authorization'), options, Date.now());
    if (fault === undefined) return next();
    if (fault !== 'wrong_account') response.set('WWW-Authenticate', 'Bearer');
    sendProblem(response, fault);
  };
}

/**
 * At most so many requests a second over all who ask, and as many at once after a pause: a page that asks in a loop
 * must not take the database from the looks. Stands behind the token, so that strangers can't use it up.
 * @param now milliseconds on a scale that never jumps
 */
export function limitRate(perSecond: number, now: () => number = () => performance.now()): RequestHandler {
  let left = perSecond;
  let at = now();
  return (_request, response, next) => {
    const present = now();
    left = Math.min(perSecond, left + ((present - at) / 1_000) * perSecond);
    at = present;
    if (left < 1) {
      response.set('Retry-After', '1');
      return sendProblem(response, 'too_many_requests');
    }
    left -= 1;
    next();
  };
}
