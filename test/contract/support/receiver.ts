import { once } from 'node:events';
import { createServer } from 'node:http';

export interface Received {
  headers: Record<string, string>;
  body: string;
  at: number;
}

/** How the receiver answers one call. `hang` never answers. */
export type Scripted = { status: number; headers?: Record<string, string>; body?: string } | 'hang';

/** An HTTP endpoint for webhooks that notes what it gets and answers by script; the last entry stands for all further calls. */
export interface Receiver {
  url: string;
  received: Received[];
  close(): Promise<void>;
}

/** @param port 0 takes any free one */
export async function startReceiver(script: Scripted[] = [{ status: 200 }], port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const answer = script[Math.min(received.length, script.length - 1)] ?? { status: 200 };
      const headers = Object.fromEntries(
        Object.entries(req.headers).map(([name, value]) => [name, String(value)]),
      );
      received.push({ headers, body: Buffer.concat(chunks).toString(), at: Date.now() });
      if (answer === 'hang') return;
      res.writeHead(answer.status, answer.headers).end(answer.body ?? '');
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The receiver has no address.');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
