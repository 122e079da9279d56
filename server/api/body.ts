import type { Request, Response } from 'express';
import type { z } from 'zod';
import { readBody } from '../http/read-body.ts';
import { sendProblem } from './problem.ts';
import { readQuery } from './query.ts';

/** What is typed into a form fits many times over. */
const MOST_BYTES = 16_384;

function parsed(bytes: Buffer): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return undefined;
  }
}

/** A handler that is only called with a JSON body that can be taken. */
export function withBody<T>(
  schema: z.ZodType<T>,
  answer: (body: T, request: Request, response: Response) => Promise<void>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    if (!request.is('application/json')) {
      response.set('Connection', 'close');
      return sendProblem(response, 'not_json');
    }
    const read = await readBody(request, MOST_BYTES);
    if (!read.ok) {
      response.set('Connection', 'close');
      return sendProblem(
        response,
        read.code === 'payload_too_large' ? 'payload_too_large' : 'malformed_body',
      );
    }
    const body = parsed(read.body);
    if (!body) return sendProblem(response, 'malformed_body');
    const checked = readQuery(schema, body.json);
    if (checked.ok) return answer(checked.value, request, response);
    sendProblem(response, 'invalid_body', { faults: checked.faults });
  };
}
