import type { RequestHandler } from 'express';

/**
 * Says in each reply what time it is in the account when it leaves: Node itself would say the machine's, and a client
 * may reckon with it as with Zendesk's.
 */
export function dateHeader(clock: { now(): number }): RequestHandler {
  return (_req, res, next) => {
    const send = res.end.bind(res);
    res.end = (chunk?: unknown) => {
      if (!res.headersSent) res.setHeader('Date', new Date(clock.now()).toUTCString());
      return typeof chunk === 'string' || chunk instanceof Uint8Array ? send(chunk) : send();
    };
    next();
  };
}
