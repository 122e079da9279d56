import type { Response } from 'express';

/** A reply that is complete and has not been sent. */
export interface HeldReply {
  body: Buffer;
  /** Sends it, with another body if one is given. */
  send(body?: Buffer): void;
}

/**
 * Lets the work be done and keeps its reply back. Routes write with `res.json`, `res.send` or `res.end`; all end in
 * the last one, so only there and in `write` is anything changed.
 */
export function holdReply(res: Response, onReply: (reply: HeldReply) => void): void {
  const chunks: Buffer[] = [];
  const sendNow = res.end.bind(res);
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  res.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  res.end = (chunk?: unknown) => {
    keep(chunk);
    const body = Buffer.concat(chunks);
    onReply({
      body,
      send(other = body) {
        if (res.headersSent || res.destroyed) return;
        if (other.length > 0) res.setHeader('Content-Length', other.length);
        sendNow(other);
      },
    });
    return res;
  };
}
