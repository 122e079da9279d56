/** One attempt: what came back, or why nothing did. */
export interface DeliveryAttempt {
  /** Real time, ISO. */
  at: string;
  /** HTTP status, when there was a reply. */
  status?: number;
  /** `timeout`, or what went wrong with the connection. */
  error?: string;
  /** How long it took, in milliseconds. */
  ms: number;
}

export interface DeliveryRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** Cuts the attempt short when the sandbox stops. */
  signal: AbortSignal;
}

export interface AttemptResult {
  attempt: DeliveryAttempt;
  responseBody: string;
  /** Seconds of a `Retry-After`, when there was one. */
  retryAfter?: number | undefined;
}

/** Sends one request and tells what came of it; never throws. */
export async function deliverOnce(request: DeliveryRequest): Promise<AttemptResult> {
  const started = Date.now();
  const at = new Date(started).toISOString();
  const deadline = AbortSignal.timeout(request.timeoutMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.method === 'GET' ? {} : { body: request.body }),
      redirect: 'manual',
      signal: AbortSignal.any([deadline, request.signal]),
    });
    const responseBody = await response.text();
    const header = response.headers.get('retry-after');
    return {
      attempt: { at, status: response.status, ms: Date.now() - started },
      responseBody,
      retryAfter: header !== null && /^\d+$/.test(header) ? Number(header) : undefined,
    };
  } catch (error) {
    const why = deadline.aborted ? 'timeout' : reason(error);
    return { attempt: { at, error: why, ms: Date.now() - started }, responseBody: '' };
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
