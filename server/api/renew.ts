import type { Request, Response } from 'express';
import { pageSession } from '../leads/page.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { Leads } from './leads-router.ts';
import { sendProblem } from './problem.ts';
import { sessionOf } from './session-guard.ts';

/**
 * A session in place of one that ends soon or has ended: what its user may see is asked of Zendesk again, so that a
 * lead whose access was taken away is out when the last session ends.
 */
export async function renewSession(
  { sessions, directory }: Leads,
  _request: Request,
  response: Response,
): Promise<void> {
  const { userId, startedAt } = sessionOf(response);
  try {
    const answer = await directory.accessOf(userId);
    if (!answer.ok) return sendProblem(response, 'access_gone');
    const { token, session } = await sessions.issue({
      userId,
      access: answer.access,
      startedAt,
      asOf: answer.asOf,
    });
    response.json(pageSession(token, session, sessions));
  } catch (error) {
    if (!isZendeskError(error)) throw error;
    response.set('Retry-After', '5');
    sendProblem(response, 'zendesk_unavailable');
  }
}
