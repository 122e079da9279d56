import type { z } from 'zod';
import { ApiError, errorOf, hasEnded, isForbidden } from './api-error.ts';
import { type Session, sessionSchema } from './session.ts';

/** A session is renewed when it holds for no longer than this, in milliseconds. */
const RENEW_BEFORE = 3 * 60_000;

export interface Ask {
  /** Beginning with the name after `api/v1/`, with its query: `overview?brand=1`. */
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The service's API for leads, on the page's own origin. All throw {@link ApiError}, or AbortError where aborted. */
export interface Api {
  json<T>(ask: Ask, schema: z.ZodType<T>): Promise<T>;
  /** What was answered to the same question before, at once; undefined where nothing was. */
  known<T>(path: string, schema: z.ZodType<T>): T | undefined;
  /** The answer as it comes, for files. */
  response(ask: Ask): Promise<Response>;
}

export interface ApiOptions {
  readonly session: Session;
  readonly fetch: typeof fetch;
  /** Real time, in epoch milliseconds. */
  readonly now: () => number;
}

/** Answers kept to be shown again at once, each of some hundred rows at most. */
const KEPT = 60;

/** Relative to the page, which stands at `<service>/dashboard`: the service may have a path in front. */
const addressOf = (path: string): string => `./api/v1/${path}`;

function initOf({ method = 'GET', body, signal }: Ask, token: string): RequestInit {
  return {
    method,
    cache: 'no-store',
    credentials: 'omit',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
}

export function createApi({ session: first, fetch, now }: ApiOptions): Api {
  let session = first;
  let renewing: Promise<void> | undefined;

  async function send(ask: Ask): Promise<Response> {
    try {
      return await fetch(addressOf(ask.path), initOf(ask, session.token));
    } catch (error) {
      if (ask.signal?.aborted) throw error;
      throw new ApiError('unreachable', 0);
    }
  }

  async function renewOnce(): Promise<void> {
    const response = await send({ path: 'session', method: 'POST' });
    if (!response.ok) throw await errorOf(response);
    const parsed = sessionSchema.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) throw new ApiError('malformed', response.status);
    session = parsed.data;
  }

  /** Once for all who ask at the same time. */
  function renew(): Promise<void> {
    renewing ??= renewOnce().finally(() => {
      renewing = undefined;
    });
    return renewing;
  }

  /** Where Zendesk can't be asked just now, a session that still holds is good enough. */
  async function renewInTime(): Promise<void> {
    await renew().catch((error: unknown) => {
      if (hasEnded(error) || isForbidden(error) || session.expiresAt <= now()) throw error;
    });
  }

  async function response(ask: Ask): Promise<Response> {
    if (session.expiresAt - now() < RENEW_BEFORE) await renewInTime();
    const sentWith = session.token;
    const reply = await send(ask);
    if (reply.ok) return reply;
    const error = await errorOf(reply);
    // Another clock than the service's, or a machine that slept: renewed once, unless somebody else just has.
    if (reply.status !== 401 || error.code !== 'session_expired') throw error;
    if (session.token === sentWith) await renew();
    const again = await send(ask);
    if (!again.ok) throw await errorOf(again);
    return again;
  }

  const bodies = new Map<string, unknown>();
  function keep(path: string, body: unknown): void {
    bodies.delete(path);
    bodies.set(path, body);
    const [oldest] = bodies.keys();
    if (bodies.size > KEPT && oldest !== undefined) bodies.delete(oldest);
  }

  return {
    response,
    known: (path, schema) => (bodies.has(path) ? schema.safeParse(bodies.get(path)).data : undefined),
    async json(ask, schema) {
      const reply = await response(ask);
      const body: unknown = await reply.json().catch(() => undefined);
      const parsed = schema.safeParse(body);
      if (!parsed.success)
        throw new ApiError('malformed', reply.status, parsed.error.issues[0]?.path.join('.'));
      // After a change nothing of before is shown any more.
      if (ask.method === undefined || ask.method === 'GET') keep(ask.path, body);
      else bodies.clear();
      return parsed.data;
    },
  };
}
