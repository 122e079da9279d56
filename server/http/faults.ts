import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { describeError, whereOf } from '../describe-error.ts';
import { refuse } from './answers.ts';

/** What is the client's fault: an address that can't be decoded, which Express marks with this status. */
export function clientFault(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 400;
}

/** Answers what nobody else has answered: the client's faults by their name, all others as our own, and logs these. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const isTheirs = clientFault(error);
    if (!isTheirs) log.error({ error: describeError(error), at: whereOf(error) }, 'a request failed');
    // Too late for an answer: Express's own handler ends the connection.
    if (response.headersSent) return next(error);
    // What is left of the body is not read, so the connection can't be used again.
    response.set('Connection', 'close');
    if (isTheirs) refuse(response, 400, 'malformed_request');
    else refuse(response, 500, 'internal');
  };
}
