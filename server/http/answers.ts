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
  incomplete_body: 'The body ended before its announced length.',
  unsupported_media_type: 'Send application/json, not compressed.',
  payload_too_large: 'The body may have 256 KB at most.',
  method_not_allowed: 'Only POST is allowed here.',
  not_found: 'There is nothing at this address.',
  unavailable: 'The wake could not be stored. Send it again in a while.',
  internal: 'Something went wrong in the service; its log says what.',
} as const;

export type Refusal = keyof typeof MESSAGES;

export function refuse(response: Response, status: number, error: Refusal): void {
  response.status(status).json({ error, message: MESSAGES[error] });
}
