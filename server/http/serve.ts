import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

export interface ServeOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
}

export interface Served {
  readonly port: number;
  /** Takes no more connections, lets answers under way finish for up to `timeoutMs`. */
  close(timeoutMs: number): Promise<void>;
}

/** Listens; rejects where the port is taken. */
export async function serve(handler: RequestListener, { port, host }: ServeOptions): Promise<Served> {
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 30_000 },
    handler,
  );
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
