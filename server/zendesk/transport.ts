import { isZendeskError } from './errors.ts';
import { exchange, type Reply } from './exchange.ts';
import { createTokenSource } from './oauth.ts';
import { patiently } from './patience.ts';
import { replyError } from './status.ts';

/** One HTTP exchange with Zendesk, as it happened. `status` is 0 where no reply came. */
export interface ZendeskCall {
  /** The path with ids left out, e.g. `/tickets/:id/audits`. */
  readonly endpoint: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

export interface TransportOptions {
  /** `https://x.zendesk.com`, without a path. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Space-separated OAuth scopes. */
  readonly scope: string;
  readonly onCall?: (call: ZendeskCall) => void;
  /** Milliseconds for one exchange; 12,000 by default. */
  readonly timeoutMs?: number;
  /** Milliseconds that one request may spend waiting as told by 429 and 503; 60,000 by default. */
  readonly maxWaitMs?: number;
  /** Ends waits, so that a stopping service isn't held up by them; calls under way are left to finish. */
  readonly signal?: AbortSignal;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request with a token, waits as told, and resolves only with a success. Rejects with a ZendeskError. */
export type Transport = (request: Request) => Promise<Reply>;

/** The path below `/api/v2` with ids, query and `.json` left out: fit for logs and for counting. */
export function endpointOf(url: string): string {
  const path = new URL(url).pathname.replace(/^\/api\/v2/, '').replace(/\.json$/, '');
  return path.replace(/\/(-?\d+|[0-9A-HJKMNP-TV-Z]{26})(?=\/|$)/g, '/:id');
}

const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

/** One exchange, reported to `onCall`, its status checked first. */
function createSender({ timeoutMs = 12_000, onCall }: TransportOptions): Transport {
  return async (request) => {
    const endpoint = endpointOf(request.url);
    const label = `${request.method} ${endpoint}`;
    const started = performance.now();
    let status = 0;
    try {
      const reply = await exchange({ ...request, timeoutMs, label });
      status = reply.status;
      const error = replyError(request.method, label, reply);
      if (error) throw error;
      return reply;
    } finally {
      onCall?.({ endpoint, method: request.method, status, ms: performance.now() - started });
    }
  };
}

export function createTransport(options: TransportOptions): Transport {
  const { baseUrl, maxWaitMs = 60_000, signal } = options;
  const send = createSender(options);
  const tokens = createTokenSource({
    ...options,
    post: (body) => send({ method: 'POST', url: `${baseUrl}/oauth/tokens`, headers: JSON_HEADERS, body }),
  });

  const authorised: Transport = async (request) => {
    const token = await tokens.current();
    const sendWith = (bearer: string) =>
      send({
        ...request,
        headers: { ...JSON_HEADERS, ...request.headers, Authorization: `Bearer ${bearer}` },
      });
    try {
      return await sendWith(token);
    } catch (error) {
      if (!isZendeskError(error, 'unauthorized')) throw error;
      tokens.discard(token);
      return sendWith(await tokens.current());
    }
  };

  return (request) => patiently(request.method, { maxWaitMs, signal }, () => authorised(request));
}
