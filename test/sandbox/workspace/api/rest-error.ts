import { z } from 'zod';

/** A reply that was not 2xx: the status, the parsed body if it was JSON, and words for a person. */
export class RestError extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;
  /** What Zendesk says of single fields, by field name or `base`; empty where it says nothing. */
  details(): Record<string, RestDetail[]> {
    return errorShape.safeParse(this.body).data?.details ?? {};
  }
  constructor(status: number, body: unknown, retryAfterMs?: number) {
    super(errorText(status, body));
    this.status = status;
    this.body = body;
    this.retryAfterMs = retryAfterMs;
  }
}

const detailShape = z.looseObject({ description: z.string(), ticket_field_id: z.number().nullish() });
type RestDetail = z.infer<typeof detailShape>;

const errorShape = z.looseObject({
  error: z.union([z.string(), z.looseObject({ title: z.string(), message: z.string() })]).optional(),
  description: z.string().optional(),
  details: z.record(z.string(), z.array(detailShape)).optional().catch(undefined),
});

function errorText(status: number, body: unknown): string {
  const parsed = errorShape.safeParse(body);
  if (!parsed.success) return `HTTP ${status}`;
  const { error, description, details } = parsed.data;
  const reasons = Object.values(details ?? {}).flatMap((list) => list.map((it) => it.description));
  if (reasons.length > 0) return reasons.join(' ');
  return description ?? (typeof error === 'string' ? error : error?.message) ?? `HTTP ${status}`;
}
