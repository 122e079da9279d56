import { setTimeout as delay } from 'node:timers/promises';
import { isZendeskError, type ZendeskError } from './errors.ts';

export interface PatienceOptions {
  /** Milliseconds that one request may spend waiting; beyond that its error is thrown, with `retryAfterMs`. */
  readonly maxWaitMs: number;
  /** Ends a wait; the error that was waited for is thrown. */
  readonly signal?: AbortSignal | undefined;
}

const TRIES = 4;

/** How long to wait before the same request is sent again; undefined: not again. */
function waitBefore(error: ZendeskError, method: string, attempt: number): number | undefined {
  // Several looks are told the same second; they shouldn't all come back in it.
  const jitter = Math.floor(Math.random() * 250);
  if (error.code === 'rate_limited') return (error.retryAfterMs ?? 1000 * 2 ** attempt) + jitter;
  if (error.status === 503 && error.retryAfterMs !== undefined) return error.retryAfterMs + jitter;
  // A read may be repeated at will: a broken keep-alive connection or a gateway's hiccup ends here.
  const hiccup = error.code === 'lost' || error.status === 502 || error.status === 503;
  return method === 'GET' && hiccup && attempt < 3 ? 250 * 2 ** attempt + jitter : undefined;
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<'over' | 'ended'> {
  try {
    await delay(ms, undefined, signal ? { signal } : {});
    return 'over';
  } catch {
    return 'ended'; // The signal is all that can end it early.
  }
}

/** Runs `once` until it succeeds, as long as waiting as told may help: 429, 503, and for reads a broken connection. */
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
      if ((await pause(wait, options.signal)) === 'ended') throw error;
      waited += wait;
    }
  }
}
