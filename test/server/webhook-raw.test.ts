import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import type { WebhookPayload } from '../../server/http/payload.ts';
import { type Served, serve } from '../../server/http/serve.ts';
import { sign } from '../../server/http/signature.ts';
import { testLog } from './support/log.ts';
import { type RawAnswer, sendRaw } from './support/raw-http.ts';

const SECRET = 'the-signing-secret';
let served: Served;
let woken: WebhookPayload[] = [];
const told = testLog();

beforeAll(async () => {
  const app = createApp({
    secrets: () => [SECRET],
    wake: async (payload) => {
      woken.push(payload);
    },
    log: told.log,
    checks: {},
  });
  served = await serve(app, { port: 0, host: '127.0.0.1' });
});
afterAll(() => served.close(1_000));
beforeEach(() => {
  woken = [];
});

interface Sent {
  readonly body?: string | Uint8Array;
  readonly line?: string;
  readonly type?: string;
  readonly headers?: readonly string[];
  /** Instead of Content-Length and the body. */
  readonly framed?: (body: Uint8Array) => readonly (string | Uint8Array)[];
}

/** A request, byte by byte, with a signature that is right for its body. */
function request({ body = '{"ticket_id":"104"}', line, type, headers = [], framed }: Sent = {}) {
  const bytes = Buffer.from(body);
  const timestamp = new Date().toISOString();
  const head = [
    line ?? 'POST /webhooks/zendesk HTTP/1.1',
    'Host: clock.example',
    `Content-Type: ${type ?? 'application/json'}`,
    `X-Zendesk-Webhook-Signature: ${sign(SECRET, timestamp, bytes)}`,
    `X-Zendesk-Webhook-Signature-Timestamp: ${timestamp}`,
    ...headers,
  ].join('\r\n');
  if (framed) return [`${head}\r\n`, ...framed(bytes)];
  return [`${head}\r\nContent-Length: ${bytes.length}\r\n\r\n`, bytes];
}

const one = (answers: readonly RawAnswer[]): boolean => answers.length >= 1;

async function answerTo(pieces: readonly (string | Uint8Array)[]): Promise<RawAnswer> {
  const [answer] = await sendRaw(served.port, pieces, one);
  if (!answer) throw new Error('nothing was answered');
  return answer;
}

const chunked = (body: Uint8Array): readonly (string | Uint8Array)[] => [
  'Transfer-Encoding: chunked\r\n\r\n',
  ...[...body].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`),
  '0\r\n\r\n',
];

const DEEP = 100_000;
const nested = `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`;

describe('a webhook over a bare connection', () => {
  const cases: readonly (readonly [string, Sent, number, string | undefined])[] = [
    ['as Zendesk sends it', {}, 202, undefined],
    ['in chunks of one byte', { framed: chunked }, 202, undefined],
    ['to the address with a slash at its end', { line: 'POST /webhooks/zendesk/ HTTP/1.1' }, 202, undefined],
    ['over HTTP/1.0', { line: 'POST /webhooks/zendesk HTTP/1.0' }, 202, undefined],
    ['with a byte order mark', { body: '\uFEFF{"ticket_id":"104"}' }, 202, undefined],
    ['in UTF-8 by name', { type: 'application/json;charset="utf-8"' }, 202, undefined],
    [
      'with keys that mean something to a program',
      { body: '{"__proto__":{"ticket_id":1},"constructor":1,"ticket_id":"104"}' },
      202,
      undefined,
    ],
    [
      'with a key twice, of which the last counts',
      { body: '{"ticket_id":"7","ticket_id":"104"}' },
      202,
      undefined,
    ],
    ['in another character set', { type: 'application/json; charset=utf-16' }, 415, 'unsupported_media_type'],
    ['without a media type', { type: '' }, 415, 'unsupported_media_type'],
    [
      'compressed',
      { body: gzipSync('{"ticket_id":"104"}'), headers: ['Content-Encoding: gzip'] },
      415,
      'unsupported_media_type',
    ],
    ['compressed, and not said so', { body: gzipSync('{"ticket_id":"104"}') }, 400, 'malformed_json'],
    ['in bytes that are no UTF-8', { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }, 400, 'malformed_json'],
    [
      'with half a letter',
      { body: Buffer.from('{"ticket_id":"104","x":"ü').subarray(0, -1) },
      400,
      'malformed_json',
    ],
    ['with no body', { body: '' }, 400, 'malformed_json'],
    ['with a text', { body: '"104"' }, 400, 'malformed_payload'],
    ['with null', { body: 'null' }, 400, 'malformed_payload'],
    ['nested a hundred thousand deep', { body: nested }, 400, 'malformed_payload'],
    ['nested deep and never closed', { body: '['.repeat(DEEP) }, 400, 'malformed_json'],
    ['nested deep where the ticket should be', { body: `{"ticket_id":${nested}}` }, 400, 'malformed_payload'],
    [
      'with a ticket of many digits',
      { body: `{"ticket_id":"${'9'.repeat(10_000)}"}` },
      400,
      'malformed_payload',
    ],
    ['with a ticket that is no whole number', { body: '{"ticket_id":104.5}' }, 400, 'malformed_payload'],
    ['with two signatures', { headers: ['X-Zendesk-Webhook-Signature: AAAA'] }, 401, 'wrong_signature'],
    [
      'too large, in chunks',
      {
        body: 'x'.repeat(300_000),
        framed: (body) => [
          'Transfer-Encoding: chunked\r\n\r\n',
          `${body.length.toString(16)}\r\n`,
          body,
          '\r\n0\r\n\r\n',
        ],
      },
      413,
      'payload_too_large',
    ],
    [
      'too large by its own account, and never sent',
      { framed: () => ['Content-Length: 99999999999\r\n\r\n'] },
      413,
      'payload_too_large',
    ],
    ['by GET with a body', { line: 'GET /webhooks/zendesk HTTP/1.1' }, 405, 'method_not_allowed'],
    ['by DELETE', { line: 'DELETE /webhooks/zendesk HTTP/1.1' }, 405, 'method_not_allowed'],
    [
      'by a method that nobody knows',
      { line: 'COMPLAIN /webhooks/zendesk HTTP/1.1' },
      400,
      'malformed_request',
    ],
    ['to an address below', { line: 'POST /webhooks/zendesk/104 HTTP/1.1' }, 404, 'not_found'],
    [
      'with more headers than anybody needs',
      { headers: [`X-Long: ${'x'.repeat(20_000)}`] },
      431,
      'headers_too_large',
    ],
    ['with two lengths', { headers: ['Content-Length: 3'] }, 400, 'malformed_request'],
    ['with a length and chunks', { headers: ['Transfer-Encoding: chunked'] }, 400, 'malformed_request'],
    ['with a header that goes on in the next line', { headers: ['X-A: b\r\n c'] }, 400, 'malformed_request'],
  ];

  it.each(cases)('%s', async (_title, sent, status, error) => {
    const answer = await answerTo(request(sent));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.has('x-powered-by')).toBe(false);
    const body: unknown = JSON.parse(answer.body);
    if (error === undefined) expect(body).toEqual({ accepted: true });
    else expect(body).toEqual({ error, message: expect.stringMatching(/\w.*\.$/) });
    expect(woken.map(({ ticketId }) => ticketId)).toEqual(status === 202 ? [104] : []);
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST');
    if ([405, 413, 415, 431].includes(status)) expect(answer.headers.get('connection')).toBe('close');
  });

  it('is refused without a host', async () => {
    expect((await answerTo(['POST /webhooks/zendesk HTTP/1.1\r\n\r\n'])).status).toBe(400);
  });

  it.each([
    ['is said beforehand', ['Content-Length: 1073741824\r\n\r\n']],
    ['shows on the way', ['Transfer-Encoding: chunked\r\n\r\n', '40000000\r\n']],
  ])('is not read to its end where it is too large: %s', async (_title, frame) => {
    const megabyte = Buffer.alloc(1_048_576, 'x');
    // Of a gigabyte one part in a thousand is sent; the rest is never waited for.
    const [answer] = await sendRaw(served.port, [...request({ framed: () => frame }), megabyte], one);
    expect(answer?.status).toBe(413);
  });

  it('may follow another on one connection before that is answered', async () => {
    const tickets = ['7', '8', '9'];
    const all = tickets.flatMap((ticket) => request({ body: `{"ticket_id":"${ticket}"}` }));
    const answers = await sendRaw(served.port, all, (got) => got.length === 3);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(woken.map(({ ticketId }) => ticketId)).toEqual([7, 8, 9]);
  });

  it('is one more look where it is replayed, and nothing else', async () => {
    const same = request();
    expect((await answerTo(same)).status).toBe(202);
    expect((await answerTo(same)).status).toBe(202);
    const [first, second] = woken.map(({ ticketId, changedAt }) => ({ ticketId, changedAt }));
    expect(second).toEqual(first);
  });

  it('is logged with the ids that Zendesk sends, where they are ids', async () => {
    const ids = [
      'X-Zendesk-Account-Id: 123',
      'X-Zendesk-Webhook-Id: 01ABC',
      'X-Zendesk-Webhook-Invocation-Id: 01XYZ',
    ];
    await answerTo(request({ headers: ids }));
    expect(told.text()).toMatch(
      /"correlation":"01XYZ","invocation":"01XYZ","webhook":"01ABC","account":"123"/,
    );
    expect(woken[0]?.correlation).toBe('01XYZ');
    await answerTo(request({ body: '{}', headers: ['X-Zendesk-Webhook-Id: <script>alert(1)</script>'] }));
    expect(told.text()).not.toContain('script');
  });
});
