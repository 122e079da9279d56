import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { describeError } from '../describe-error.ts';
import { accept, type Refusal, refuse } from './answers.ts';
import { readPayload, type WebhookPayload } from './payload.ts';
import { readBody } from './read-body.ts';
import { type SignatureFault, signatureFault } from './signature.ts';
import { isPlainJson, originOf } from './webhook-headers.ts';

export interface WebhookOptions {
  /** The current signing secret, and the one before while it is being replaced. */
  readonly secrets: () => readonly string[];
  /** Reads the secrets again where one may have been replaced; true where there is a new one. Never rejects. */
  readonly renewSecrets?: () => Promise<boolean>;
  /** Resolves when the wake is committed. */
  readonly wake: (payload: WebhookPayload) => Promise<void>;
  readonly log: Logger;
}

/** Zendesk gives up after 10 to 12 s, and repeats what was answered with 503 within a minute. */
const COMMIT_TIMEOUT_MS = 8_000;
const RETRY_AFTER_SECONDS = 30;
/** Zendesk's own limit for what a webhook carries. */
const MOST_BYTES = 262_144;

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

/** What is wrong with the signature, by the secrets as they are now. */
async function faultOf(
  request: Request,
  body: Buffer,
  { secrets, renewSecrets = async () => false }: WebhookOptions,
): Promise<SignatureFault | undefined> {
  const signature = request.get('x-zendesk-webhook-signature');
  const timestamp = request.get('x-zendesk-webhook-signature-timestamp');
  // Real time, also where the product's clock is moved: Zendesk signs with its own.
  const check = () => signatureFault({ signature, timestamp, body }, secrets(), Date.now());
  const fault = check();
  return fault === 'wrong_signature' && (await renewSecrets()) ? check() : fault;
}

/** Whoever is refused unread may not go on sending. */
function refuseUnread(response: Response, status: number, refusal: Refusal): void {
  response.set('Connection', 'close');
  refuse(response, status, refusal);
}

function createHandler(options: WebhookOptions) {
  const { wake, log } = options;
  // Ids that were read as such, and nothing else: what takes secrets out of a line copies it whole, for each webhook.
  const accepted = log.child({}, { redact: [] });
  return async (request: Request, response: Response): Promise<void> => {
    // The raw bytes: the signature is over them, and parsed JSON never has the same ones again.
    const sent = await readBody(request, MOST_BYTES);
    if (!sent.ok) return refuseUnread(response, sent.code === 'payload_too_large' ? 413 : 400, sent.code);
    const { body } = sent;
    const origin = originOf(request);
    const fault = await faultOf(request, body, options);
    if (fault) {
      log.warn({ fault, from: request.ip, ...origin }, 'webhook refused');
      return refuse(response, 401, fault);
    }
    // One of our own where Zendesk sent none.
    const correlation = origin.invocation ?? randomUUID();
    const read = readPayload(body);
    if (!read.ok) {
      log.warn({ fault: read.code, correlation, ...origin }, 'webhook refused');
      return refuse(response, 400, read.code);
    }
    const { ticketId } = read.payload;
    try {
      await committed(wake({ ...read.payload, correlation }));
    } catch (error) {
      log.error(
        { ticketId, correlation, error: describeError(error) },
        'wake not stored; is the database up?',
      );
      response.set('Retry-After', String(RETRY_AFTER_SECONDS));
      return refuse(response, 503, 'unavailable');
    }
    accepted.info({ ticketId, correlation, ...origin }, 'webhook accepted');
    accept(response);
  };
}

/** `POST /`: stores "look at this ticket" and answers 202 once it is committed. */
export function webhookRouter(options: WebhookOptions): Router {
  const router = Router();
  const onlyJson = (request: Request, response: Response, next: () => void): void => {
    if (isPlainJson(request)) next();
    else refuseUnread(response, 415, 'unsupported_media_type');
  };
  router.post('/', onlyJson, createHandler(options));
  router.all('/', (_request, response) => {
    response.set('Allow', 'POST');
    refuseUnread(response, 405, 'method_not_allowed');
  });
  return router;
}
