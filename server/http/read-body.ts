import type { IncomingMessage } from 'node:http';

export type ReadBody =
  | { readonly ok: true; readonly body: Buffer }
  | { readonly ok: false; readonly code: 'payload_too_large' | 'incomplete_body' };

/**
 * The bytes of a request, as they were sent. Stops reading at the first that is too many, and before the first where
 * the request announces too many; Express's own reader refuses such a body too, but reads it to its end first.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadBody> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    return Promise.resolve({ ok: false, code: 'payload_too_large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (read: ReadBody): void => {
      request.off('data', onData).off('end', onEnd).off('close', onCut).off('error', onCut);
      // Once it is cut off there may be one more; nobody waits for it.
      request.on('error', () => {});
      resolve(read);
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else {
        request.pause();
        end({ ok: false, code: 'payload_too_large' });
      }
    };
    const onEnd = (): void => end({ ok: true, body: Buffer.concat(chunks) });
    const onCut = (): void => end({ ok: false, code: 'incomplete_body' });
    request.on('data', onData).on('end', onEnd).on('close', onCut).on('error', onCut);
  });
}
