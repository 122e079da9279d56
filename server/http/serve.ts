import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { answerBroken } from './broken-requests.ts';

export interface ServeOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** Connections at the same time; more are closed at once. 1,000 by default. */
  readonly maxConnections?: number;
  /** Milliseconds in which a request must have arrived, its headers in two thirds of that; 15,000 by default. */
  readonly requestTimeoutMs?: number;
}

export interface Served {
  readonly port: number;
  /** Takes no more connections, lets answers under way finish for up to `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** How long who sends slowly is put up with, and how much is read before anything is known of them. */
const limits = (requestTimeoutMs: number) => ({
  headersTimeout: Math.round((requestTimeoutMs * 2) / 3),
  requestTimeout: requestTimeoutMs,
  // Longer than proxies keep an idle connection (most of them 60 s): it is for them to close it. Where we did, a webhook
  // that is sent on it at that moment would be lost, for it can't be known whether it was read.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: Math.round(requestTimeoutMs / 8),
  maxHeaderSize: 16_384,
  insecureHTTPParser: false,
});

/** Without a byte in either direction: nothing that is answered takes half as long. */
const IDLE_MS = 60_000;
const REQUESTS_PER_CONNECTION = 1_000;

/** Listens; rejects where the port is taken. */
export async function serve(
  handler: RequestListener,
  { port, host, maxConnections = 1_000, requestTimeoutMs = 15_000 }: ServeOptions,
): Promise<Served> {
  const server = createServer(limits(requestTimeoutMs), handler);
  server.timeout = IDLE_MS;
  server.maxRequestsPerSocket = REQUESTS_PER_CONNECTION;
  server.maxConnections = maxConnections;
  server.on('clientError', answerBroken);
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  return {
    port: address.port,
    close: async (timeoutMs) => {
      const closed = once(server, 'close');
      server.close();
      // A connection that is answering now falls idle in a moment, and would then be kept open for the next request.
      const sweep = setInterval(() => server.closeIdleConnections(), 20);
      const limit = setTimeout(() => server.closeAllConnections(), timeoutMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(limit);
    },
  };
}
