import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { type Served, type ServeOptions, serve } from '../../server/http/serve.ts';
import { testLog } from './support/log.ts';
import { sendRaw } from './support/raw-http.ts';

let served: Served | undefined;
afterEach(() => served?.close(100));

async function start(options: Partial<ServeOptions> = {}): Promise<number> {
  const app = createApp({ secrets: () => ['s'], wake: async () => {}, log: testLog().log, checks: {} });
  served = await serve(app, { port: 0, host: '127.0.0.1', ...options });
  return served.port;
}

describe('connections', () => {
  it('of which there are too many are closed, and the others are served', async () => {
    const port = await start({ maxConnections: 2 });
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    expect(await sendRaw(port, ['GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'])).toEqual([]);
    for (const socket of held) socket.destroy();
    await expect
      .poll(async () => (await sendRaw(port, ['GET /healthz HTTP/1.0\r\n\r\n'])).map(({ status }) => status))
      .toEqual([200]);
  });

  it.each([
    ['headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    [
      'a body',
      'POST /webhooks/zendesk HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('that send %s for ever are told that it took too long', async (_title, beginning) => {
    const port = await start({ requestTimeoutMs: 400 });
    const [answer] = await sendRaw(port, [beginning], (answers) => answers.length > 0);
    expect(answer?.status).toBe(408);
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ error: 'request_timeout' });
  });
});
