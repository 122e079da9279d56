import { z } from 'zod';

/** What a webhook says: look at this ticket, changed at that time. */
export interface WebhookPayload {
  readonly ticketId: number;
  /** Epoch milliseconds. */
  readonly changedAt?: number;
  /** By which log lines are found together; the id of the webhook's invocation. */
  readonly correlation?: string;
}

const ticketId = z
  .union([
    z.int().positive(),
    z
      .string()
      .regex(/^[1-9]\d{0,15}$/)
      .transform(Number),
  ])
  .pipe(z.int().positive());

const schema = z
  .object({
    ticket_id: ticketId,
    // Only a hint: one that can't be read must not cost the wake.
    updated_at: z.string().nullish().catch(undefined),
  })
  .transform(({ ticket_id, updated_at }): WebhookPayload => {
    const at = Date.parse(updated_at ?? '');
    return { ticketId: ticket_id, ...(Number.isNaN(at) ? {} : { changedAt: at }) };
  });

export type ReadPayload =
  | { readonly ok: true; readonly payload: WebhookPayload }
  | { readonly ok: false; readonly code: 'malformed_json' | 'malformed_payload' };

export function readPayload(body: Uint8Array): ReadPayload {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { ok: false, code: 'malformed_json' };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { ok: true, payload: parsed.data } : { ok: false, code: 'malformed_payload' };
}
