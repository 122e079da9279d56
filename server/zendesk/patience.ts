import type { Waits } from '../waits.ts';
import { isZendeskError, type ZendeskError } from './errors.ts';

export interface PatienceOptions {
  /** Milliseconds that one request may spend waiting; beyond that its error is thrown, with `retryAfterMs`. */
  readonly maxWaitMs: number;
  /** Ends a wait; the error that was waited for is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly waits: Waits;
}

const TRIES = 4;
/** Answers from in front of Zendesk, or from a Zendesk that comes back in a moment. */
const GATEWAY = new Set([502, 503, 504]);

/** How long to wait before the same request is sent again; undefined: not again. */
function waitBefore(error: ZendeskError, method: string, attempt: number): number | undefined {
  // The limiter has let it wait already, as long as may be.
  if (error.code === 'rate_limited' && error.status === undefined) return undefined;
  // Several looks are told the same second; they shouldn't all come back in it.
  const jitter = Math.floor(Math.random() * 250);
  if (error.code === 'rate_limited') return (error.retryAfterMs ?? 1000 * 2 ** attempt) + jitter;
  if (error.status === 503 && error.retryAfterMs !== undefined) return error.retryAfterMs + jitter;
  // A read may be repeated at will: a broken keep-alive connection or a gateway's hiccup ends here. A write may where
  // no connection was made; with anything else nobody knows whether it happened, and the ticket is read first.
  const neverSent = error.code === 'unavailable' && error.status === undefined;
  const hiccup = error.code === 'lost' || GATEWAY.has(error.status ?? 0);
  const repeat = neverSent || (method === 'GET' && hiccup);
  return repeat && attempt < 3 ? 250 * 2 ** attempt + jitter : undefined;
}

/** Runs `once` until it succeeds, as long as waiting may help: 429, 503, no connection, and for reads a broken one. */
export async function patiently<T>(
  method: string,
  options: PatienceOptions,
  once: () => Promise<T>,
): Promise<T> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (!isZendeskError(error) || attempt >= TRIES) throw error;
      const wait = waitBefore(error, method, attempt);
      if (wait === undefined || waited + wait > options.maxWaitMs) throw error;
      if ((await options.waits.pause(wait, options.signal)) === 'ended') throw error;
      waited += wait;
    }
  }
}
