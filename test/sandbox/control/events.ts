import type { RequestHandler } from 'express';
import type { Bus } from '../account/bus.ts';

/** A comment this often keeps proxies and browsers from giving the stream up. */
const KEEP_ALIVE_MS = 15_000;

/** `GET /__sandbox/events`: what happens in the account, as Server-Sent Events. `closeAll` ends all streams. */
export function createEventStream(bus: Bus): { handler: RequestHandler; closeAll(): void } {
  const open = new Set<() => void>();
  const handler: RequestHandler = (req, res) => {
    res.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache',
      Connection: 'keep-alive',
    });
    res.write(': connected\n\n');
    const unsubscribe = bus.subscribe(({ event, data }) =>
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    );
    const timer = setInterval(() => res.write(': keep-alive\n\n'), KEEP_ALIVE_MS);
    const close = () => {
      clearInterval(timer);
      unsubscribe();
      open.delete(close);
      res.end();
    };
    open.add(close);
    req.on('close', close);
  };
  return {
    handler,
    closeAll() {
      for (const close of [...open]) close();
    },
  };
}
