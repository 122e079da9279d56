import type { Waits } from '../waits.ts';
import type { ZendeskError } from './errors.ts';
import { exchange, type Reply } from './exchange.ts';
import { replyError } from './status.ts';

/** One HTTP exchange with Zendesk, as it happened. `status` is 0 where no reply came. */
export interface ZendeskCall {
  /** The path with ids left out, e.g. `/tickets/:id/audits`. */
  readonly endpoint: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The path below `/api/v2` with ids, query and `.json` left out: fit for logs and for counting. */
export function endpointOf(url: string): string {
  const path = new URL(url).pathname.replace(/^\/api\/v2/, '').replace(/\.json$/, '');
  return path.replace(/\/(-?\d+|[0-9A-HJKMNP-TV-Z]{26})(?=\/|$)/g, '/:id');
}

export interface SenderOptions {
  /** Milliseconds for one exchange; 12,000 by default. */
  readonly timeoutMs?: number;
  readonly onCall?: (call: ZendeskCall) => void;
  readonly waits: Waits;
}

/** One exchange, reported to `onCall`, its status checked first. */
export function createSender({ timeoutMs = 12_000, onCall, waits }: SenderOptions) {
  return async (request: Request, onReply: (reply: Reply, error?: ZendeskError) => void = () => {}) => {
    const endpoint = endpointOf(request.url);
    const label = `${request.method} ${endpoint}`;
    const started = performance.now();
    let status = 0;
    try {
      const reply = await exchange({ ...request, timeoutMs, waits, label });
      status = reply.status;
      const error = replyError(request.method, label, reply);
      onReply(reply, error);
      if (error) throw error;
      return reply;
    } finally {
      onCall?.({ endpoint, method: request.method, status, ms: performance.now() - started });
    }
  };
}

export type Sender = ReturnType<typeof createSender>;
