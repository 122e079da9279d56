import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { sendProblem } from './problem.ts';
import { idText, readQuery } from './query.ts';

/** Answers a request; a rejection is answered by the router's last handler. */
export type Answer = (request: Request, response: Response) => Promise<void> | void;

/** A handler that is only called with parameters that can be taken. */
export function withQuery<T>(
  schema: z.ZodType<T>,
  answer: (query: T, request: Request, response: Response) => Promise<void> | void,
): Answer {
  return (request, response) => {
    const read = readQuery(schema, request.query);
    if (read.ok) return answer(read.value, request, response);
    sendProblem(response, 'invalid_query', { faults: read.faults });
  };
}

/** No id, no case: what is no number is nothing that could be found. */
export function ticketIdOf(request: Request): number | undefined {
  const parsed = idText.safeParse(request.params.ticketId);
  return parsed.success ? parsed.data : undefined;
}

/** For the methods that an address does not take. */
export const otherMethods =
  (allowed: string): RequestHandler =>
  (_request, response) => {
    response.set({ Allow: allowed, Connection: 'close' });
    sendProblem(response, 'method_not_allowed');
  };
