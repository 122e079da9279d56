import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface LosingProxy {
  readonly url: string;
  /** How many replies were lost. */
  lost(): number;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function forward(target: string, request: IncomingMessage): Promise<Response> {
  const { method = 'GET', url = '', headers } = request;
  const body = await bodyOf(request);
  const { authorization } = headers;
  return fetch(target + url, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    ...(body === '' ? {} : { body }),
  });
}

/** Stands before an account and loses the first reply to a `PUT`, which the account has carried out by then. */
export async function losingProxy(target: string): Promise<LosingProxy> {
  let lost = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reply = await forward(target, request);
    const body = Buffer.from(await reply.arrayBuffer());
    if (request.method === 'PUT' && lost === 0) {
      lost += 1;
      request.socket.destroy();
      return;
    }
    response.writeHead(reply.status, {
      'content-type': reply.headers.get('content-type') ?? 'text/plain',
      date: reply.headers.get('date') ?? '',
    });
    response.end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the proxy listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    lost: () => lost,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
