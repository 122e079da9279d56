import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { describeError, whereOf } from '../describe-error.ts';
import { clientFault } from '../http/faults.ts';
import { failureCode } from '../jobs/failure-classes.ts';
import { sendProblem } from './problem.ts';

/** What went wrong while an answer was made: the address, the database, or the service itself. */
export function apiFaults(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    // Too late for another answer: Express's own handler ends the connection.
    if (response.headersSent) return next(error);
    response.set('Connection', 'close');
    if (clientFault(error)) return sendProblem(response, 'malformed_request');
    const isDatabase = failureCode(error) === 'database';
    const told = { error: describeError(error), at: whereOf(error) };
    log[isDatabase ? 'warn' : 'error'](told, 'a request to the app API failed');
    if (isDatabase) response.set('Retry-After', '5');
    sendProblem(response, isDatabase ? 'unavailable' : 'internal');
  };
}
