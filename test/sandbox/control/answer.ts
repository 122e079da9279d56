import type { Response } from 'express';
import { ClockError } from '../clock.ts';
import { Fault } from '../fault.ts';
import { FaultError } from '../faults/read-rule.ts';
import { sendFault } from '../http/route.ts';

/** What was sent to the control API and cannot be done. The message says what to send. */
export class ControlError extends Error {
  readonly code = 'refused';
}

/** Answers with what `act` gives, and with 422 and `{error, description}` where it refuses. */
export function answer(res: Response, act: () => unknown, status = 200): void {
  try {
    const body = act();
    if (body === undefined) res.status(204).end();
    else res.status(status).json(body);
  } catch (error) {
    if (error instanceof ClockError || error instanceof FaultError || error instanceof ControlError) {
      res.status(422).json({ error: error.code, description: error.message });
    } else if (error instanceof Fault) sendFault(res, error);
    else throw error;
  }
}
