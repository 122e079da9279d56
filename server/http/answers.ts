import type { Response } from 'express';

/** Everything that the service refuses, with what to do about it. */
const MESSAGES = {
  missing_signature:
    'The headers X-Zendesk-Webhook-Signature and X-Zendesk-Webhook-Signature-Timestamp are required.',
  malformed_timestamp: 'X-Zendesk-Webhook-Signature-Timestamp must be an ISO 8601 time.',
  stale_timestamp: 'The signature is more than an hour old or ahead. Check the clock of this machine.',
  wrong_signature: 'The signature does not belong to this body. Check the signing secret of the webhook.',
  malformed_json: 'The body is not JSON.',
  malformed_payload: 'The body must be {"ticket_id": "<id>", "updated_at": "<time>"}.',
  malformed_request: 'The request is not well-formed HTTP.',
  incomplete_body: 'The body ended before its announced length.',
  request_timeout: 'The request took too long to arrive.',
  unsupported_media_type: 'Send application/json in UTF-8, not compressed.',
  payload_too_large: 'The body may have 256 KB at most.',
  headers_too_large: 'The headers may have 16 KB at most.',
  method_not_allowed: 'Only POST is allowed here.',
  not_found: 'There is nothing at this address.',
  unavailable: 'The wake could not be stored. Send it again in a while.',
  starting: 'The service waits for its database or for Zendesk. Send it again in a while; /readyz says more.',
  stopping: 'The service is being stopped. Send it again in a while.',
  internal: 'Something went wrong in the service; its log says what.',
} as const;

export type Refusal = keyof typeof MESSAGES;

/** The headers of an answer to a machine: not kept, and never taken for anything but what it says it is. */
const PLAIN = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

const ACCEPTED = JSON.stringify({ accepted: true });
const ACCEPTED_HEADERS = {
  ...PLAIN,
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': ACCEPTED.length,
} as const;

/** 202. Written at once, past what Express does for answers that differ: under load it is most of a webhook's cost. */
export function accept(response: Response): void {
  response.writeHead(202, ACCEPTED_HEADERS).end(ACCEPTED);
}

export function refuse(response: Response, status: number, error: Refusal): void {
  response.status(status).set(PLAIN).json(refusal(error));
}

/** The body of a refusal. */
export function refusal(error: Refusal): { readonly error: Refusal; readonly message: string } {
  return { error, message: MESSAGES[error] };
}
