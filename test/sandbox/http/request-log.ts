import type { RequestHandler } from 'express';

/** One API call, as the request log keeps it. */
export interface RequestLogEntry {
  /** ISO, on the account's clock. */
  at: string;
  method: string;
  /** Path with query, as asked. */
  path: string;
  /** 0 where the connection ended before a reply was sent. */
  status: number;
  userId: number | null;
  /** From arrival to the end of the reply, latency included. */
  ms: number;
  /** The route, `PUT /api/v2/tickets/:id`; the bare path where no route answered. */
  endpoint: string;
}

const NO_REPLY = 0;

/** What becomes known of a request while it is handled. */
export interface RequestFacts {
  userId: number | null;
  endpoint: string | undefined;
}

/** Keeps the log, and the facts of the requests under way. */
export interface RequestLog {
  middleware: RequestHandler;
  entries(): RequestLogEntry[];
  clear(): void;
  facts(req: object): RequestFacts;
}

export function createRequestLog(now: () => number): RequestLog {
  let entries: RequestLogEntry[] = [];
  const facts = new WeakMap<object, RequestFacts>();
  const factsOf = (req: object): RequestFacts => {
    const known = facts.get(req) ?? { userId: null, endpoint: undefined };
    facts.set(req, known);
    return known;
  };
  return {
    entries: () => [...entries],
    clear() {
      entries = [];
    },
    facts: factsOf,
    middleware(req, res, next) {
      const started = Date.now();
      const at = new Date(now()).toISOString();
      const { method, originalUrl } = req;
      const record = (status: number) => {
        const { userId, endpoint } = factsOf(req);
        const path = originalUrl.split('?')[0] ?? originalUrl;
        entries.push({
          at,
          method,
          path: originalUrl,
          status,
          userId,
          ms: Date.now() - started,
          endpoint: endpoint ?? `${method} ${path}`,
        });
      };
      res.once('finish', () => record(res.statusCode));
      // The connection ended before a reply was out: a client that gave up, or a fault.
      res.once('close', () => {
        if (!res.writableFinished) record(NO_REPLY);
      });
      next();
    },
  };
}
