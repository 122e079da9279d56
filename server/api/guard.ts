import type { RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

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
