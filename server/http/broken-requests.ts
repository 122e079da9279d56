import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Refusal, refusal } from './answers.ts';

/** What never becomes a request, by the code of Node's error. */
const ANSWERS: Readonly<Record<string, readonly [number, Refusal]>> = {
  HPE_HEADER_OVERFLOW: [431, 'headers_too_large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'payload_too_large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request_timeout'],
};

const LINGER_MS = 1_000;

/** Answers what Node's parser refuses, and ends the connection: nobody knows where the next request would begin. */
export function answerBroken(error: Error & { readonly code?: string }, socket: Duplex): void {
  // Reset by the other side, or answered already: there is nobody to answer.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, fault] = ANSWERS[error.code ?? ''] ?? [400, 'malformed_request'];
  const body = JSON.stringify(refusal(fault));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // At once it would take back an answer that isn't read yet; never would leave the connection to whoever sent this.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
