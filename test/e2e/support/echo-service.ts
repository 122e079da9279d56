import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A service that says what it was asked, for apps to call. */
export interface EchoService {
  url: string;
  stop(): Promise<void>;
}

/**
 * `/echo` tells the request back as JSON; `/limited?x` refuses each x once with 429; `/slow` never answers; `/broken`
 * is cut JSON; `/empty` is 204; `/page` is an HTML page that shows the form it was posted.
 */
export async function startEchoService(): Promise<EchoService> {
  const attempts = new Map<string, number>();
  const server = createServer((request, response) => {
    void answer(request, response, attempts);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  attempts: Map<string, number>,
): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const url = request.url ?? '';
  response.setHeader('access-control-allow-origin', '*');
  if (url.startsWith('/slow')) return;
  if (url.startsWith('/page')) {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><p id="form">${request.method} ${body}</p>`);
    return;
  }
  response.setHeader('content-type', 'application/json');
  if (url.startsWith('/empty')) response.writeHead(204).end();
  else if (url.startsWith('/broken')) response.end('{"cut');
  else if (url.startsWith('/limited')) limited(url, response, attempts);
  else response.end(JSON.stringify({ method: request.method, url, headers: request.headers, body }));
}

function limited(url: string, response: ServerResponse, attempts: Map<string, number>): void {
  const count = (attempts.get(url) ?? 0) + 1;
  attempts.set(url, count);
  if (count === 1) response.writeHead(429, { 'retry-after': '1' }).end('{}');
  else response.end(JSON.stringify({ attempts: count }));
}
