/** One attempt: what came back, or why nothing did. */
export interface DeliveryAttempt {
  /** Real time at the start, ISO. */
  at: string;
  /** The account's time at the end, ISO. */
  completedAt: string;
  /** HTTP status, when there was a reply. */
  status?: number;
  /** `timeout`, or what went wrong with the connection. */
  error?: string;
  /** How long it took, in milliseconds. */
  ms: number;
  responseHeaders: Record<string, string>;
  /** Cut to 1 KB. */
  responseBody: string;
}

export interface DeliveryRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** Cuts the attempt short when the sandbox stops. */
  signal: AbortSignal;
  /** The account's clock. */
  now(): number;
}

const LONGEST_BODY_KEPT = 1024;

/** Sends one request and tells what came of it; never throws. */
export async function deliverOnce(request: DeliveryRequest): Promise<DeliveryAttempt> {
  const started = Date.now();
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const outcome = await send(request, deadline).catch((error: unknown) => ({
    error: deadline.aborted ? 'timeout' : reason(error),
    responseHeaders: {},
    responseBody: '',
  }));
  return {
    at: new Date(started).toISOString(),
    completedAt: new Date(request.now()).toISOString(),
    ms: Date.now() - started,
    ...outcome,
  };
}

async function send(request: DeliveryRequest, deadline: AbortSignal) {
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers,
    ...(request.method === 'GET' ? {} : { body: request.body }),
    redirect: 'manual',
    signal: AbortSignal.any([deadline, request.signal]),
  });
  const text = await response.text();
  return {
    status: response.status,
    responseHeaders: Object.fromEntries(response.headers),
    responseBody: text.slice(0, LONGEST_BODY_KEPT),
  };
}

/** Was the attempt taken by the receiver? */
export function succeeded(attempt: DeliveryAttempt): boolean {
  return attempt.status !== undefined && attempt.status < 300;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
