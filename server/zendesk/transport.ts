import type { Instant } from '../../domain/local-date.ts';
import { createWaits, type Waits } from '../waits.ts';
import { type AccountTime, createAccountTime } from './account-time.ts';
import { isZendeskError } from './errors.ts';
import type { Reply } from './exchange.ts';
import { createLimiter, type Limiter, type LimiterWait } from './limiter.ts';
import { createTokenSource, freshTokenRefused } from './oauth.ts';
import { patiently } from './patience.ts';
import { createSender, endpointOf, type Request, type Sender, type ZendeskCall } from './sender.ts';

export interface TransportOptions {
  /** `https://x.zendesk.com`, without a path. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Space-separated OAuth scopes. */
  readonly scope: string;
  readonly onCall?: (call: ZendeskCall) => void;
  /** Told how long each call waited for its place in the rate limit. */
  readonly onWait?: (wait: LimiterWait) => void;
  /** Percent of the account's rate limit that may be used, by all processes together; 50 by default. */
  readonly sharePercent?: number;
  /** Milliseconds for one exchange; 12,000 by default. */
  readonly timeoutMs?: number;
  /** Milliseconds that one request may spend waiting as told by 429 and 503, or for its turn; 60,000 by default. */
  readonly maxWaitMs?: number;
  /** Ends waits, so that a stopping service isn't held up by them; calls under way are left to finish. */
  readonly signal?: AbortSignal;
  /** Real time by default. */
  readonly waits?: Waits;
}

/** Sends a request with a token, waits as told, and resolves only with a success. Rejects with a ZendeskError. */
export type Transport = (request: Request) => Promise<Reply>;

const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

/** Sends each request when the limiter lets it, and tells the limiter and the account's time what came of it. */
function inTurn(send: Sender, limiter: Limiter, time: AccountTime): Transport {
  return async (request) => {
    const path = new URL(request.url).pathname;
    const admission = await limiter.admit({
      method: request.method,
      endpoint: endpointOf(request.url),
      path,
    });
    let ended = admission.ended;
    try {
      return await send(request, (reply, error) => {
        // What refuses may be a proxy before the account, with a clock of its own.
        if (!error) time.heard(reply.headers);
        ended = () => admission.ended(reply, error?.retryAfterMs);
      });
    } finally {
      ended();
    }
  };
}

export interface LimitedTransport {
  readonly send: Transport;
  /** A token that is good for a while yet, for what is no call of the API. */
  readonly token: () => Promise<string>;
  readonly limiter: Limiter;
  /** Since when the account has refused the service's credentials; epoch milliseconds of real time. */
  refusedSince(): number | undefined;
  /** The account's clock shows this much at least; undefined before its first reply. */
  timeAtLeast(): Instant | undefined;
  /** The scopes of the present token; undefined where the account didn't say. */
  grantedScopes(): readonly string[] | undefined;
}

export function createTransport(options: TransportOptions): LimitedTransport {
  const { baseUrl, maxWaitMs = 60_000, signal, waits = createWaits(), sharePercent = 50, onWait } = options;
  const post = createSender({ ...options, waits });
  const limiter = createLimiter({
    share: sharePercent / 100,
    waits,
    maxWaitMs,
    signal,
    ...(onWait ? { onWait } : {}),
  });
  const time = createAccountTime(waits);
  const send = inTurn(post, limiter, time);
  const tokens = createTokenSource({
    ...options,
    waits,
    // Not an API call: Zendesk doesn't count it towards the limit of the API.
    post: (body) => post({ method: 'POST', url: `${baseUrl}/oauth/tokens`, headers: JSON_HEADERS, body }),
  });

  const sendWith = async (request: Request, bearer: string): Promise<Reply> => {
    const headers = { ...JSON_HEADERS, ...request.headers, Authorization: `Bearer ${bearer}` };
    const reply = await send({ ...request, headers });
    tokens.accept();
    return reply;
  };
  const authorised: Transport = async (request) => {
    const token = await tokens.current();
    try {
      return await sendWith(request, token);
    } catch (error) {
      if (!isZendeskError(error, 'unauthorized')) throw error;
      tokens.discard(token);
    }
    const fresh = await tokens.current();
    try {
      return await sendWith(request, fresh);
    } catch (error) {
      if (!isZendeskError(error, 'unauthorized')) throw error;
      const told = freshTokenRefused(error);
      tokens.refuse(told);
      throw told;
    }
  };

  return {
    send: (request) => patiently(request.method, { maxWaitMs, signal, waits }, () => authorised(request)),
    token: tokens.current,
    limiter,
    timeAtLeast: time.atLeast,
    refusedSince: tokens.refusedSince,
    grantedScopes: tokens.grantedScopes,
  };
}
