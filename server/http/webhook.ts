import express, { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { refuse } from './answers.ts';
import { readPayload, type WebhookPayload } from './payload.ts';
import { signatureFault } from './signature.ts';

export interface WebhookOptions {
  /** The current signing secret, and the one before while it is being replaced. */
  readonly secrets: () => readonly string[];
  /** Resolves when the wake is committed. */
  readonly wake: (payload: WebhookPayload) => Promise<void>;
  readonly log: Logger;
}

/** Zendesk gives up after 10 to 12 s, and repeats what was answered with 503 within a minute. */
const COMMIT_TIMEOUT_MS = 8_000;
const RETRY_AFTER_SECONDS = 30;

function isPlainJson(request: Request): boolean {
  const encoding = request.get('content-encoding') ?? 'identity';
  return request.is('application/json') !== false && encoding === 'identity';
}

async function committed(wake: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no commit within ${COMMIT_TIMEOUT_MS} ms`)),
      COMMIT_TIMEOUT_MS,
    );
  });
  try {
    await Promise.race([wake, late]);
  } finally {
    clearTimeout(timer);
  }
}

function createHandler({ secrets, wake, log }: WebhookOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const signature = request.get('x-zendesk-webhook-signature');
    const timestamp = request.get('x-zendesk-webhook-signature-timestamp');
    // Real time, also where the product's clock is moved: Zendesk signs with its own.
    const fault = signatureFault({ signature, timestamp, body }, secrets(), Date.now());
    if (fault) {
      log.warn({ fault, invocation: request.get('x-zendesk-webhook-invocation-id') }, 'webhook refused');
      return refuse(response, 401, fault);
    }
    const read = readPayload(body);
    if (!read.ok) return refuse(response, 400, read.code);
    try {
      await committed(wake(read.payload));
    } catch (error) {
      log.error(
        { ticketId: read.payload.ticketId, error: describeError(error) },
        'wake not stored; is the database up?',
      );
      response.set('Retry-After', String(RETRY_AFTER_SECONDS));
      return refuse(response, 503, 'unavailable');
    }
    response.status(202).json({ accepted: true });
  };
}

/** `POST /`: stores "look at this ticket" and answers 202 once it is committed. */
export function webhookRouter(options: WebhookOptions): Router {
  const router = Router();
  const onlyJson = (request: Request, response: Response, next: () => void): void => {
    if (isPlainJson(request)) next();
    else refuse(response, 415, 'unsupported_media_type');
  };
  // The raw bytes: the signature is over them, and parsed JSON never has the same ones again.
  router.post(
    '/',
    onlyJson,
    express.raw({ type: () => true, limit: '256kb', inflate: false }),
    createHandler(options),
  );
  router.all('/', (_request, response) => {
    response.set('Allow', 'POST');
    refuse(response, 405, 'method_not_allowed');
  });
  return router;
}
