import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/http/app.ts';
import { type Served, serve } from '../../server/http/serve.ts';
import { sign } from '../../server/http/signature.ts';
import { startApi, type TestApi, token, wholeCase } from './support/api.ts';
import { testLog } from './support/log.ts';
import { sendRaw } from './support/raw-http.ts';

const SECRET = 'the-signing-secret';
let served: Served;
let api: TestApi;
const told = testLog();

beforeAll(async () => {
  const app = createApp({ secrets: () => [SECRET], wake: async () => {}, log: told.log, checks: {} });
  served = await serve(app, { port: 0, host: '127.0.0.1' });
  api = await startApi();
  await api.save(wholeCase(1), wholeCase(2));
});
afterAll(async () => {
  await served.close(500);
  await api.stop();
});

/** Nothing that anybody sends is the service's fault. */
const OURS = 500;
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => Promise<void>, numRuns: number) =>
  fc.assert(fc.asyncProperty(arbitrary, property), { numRuns });

const jsonish = fc.oneof(
  fc.json(),
  fc
    .record({ ticket_id: fc.anything(), updated_at: fc.anything() })
    .map((value) => JSON.stringify(value) ?? ''),
  fc
    .record({ ticket_id: fc.nat({ max: 1e9 }), updated_at: fc.string() })
    .map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 400 }),
);
const bodies = fc.oneof(
  jsonish.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 400 }).map(Buffer.from),
);
// What fetch lets through as a header's value.
const headerText = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 80,
});

describe('whatever is sent', () => {
  it('as a signed body is answered 202 or 400', async () => {
    const bodyOf = async (body: Buffer): Promise<void> => {
      const timestamp = new Date().toISOString();
      const response = await fetch(`http://127.0.0.1:${served.port}/webhooks/zendesk`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Zendesk-Webhook-Signature': sign(SECRET, timestamp, body),
          'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
        },
        body: new Uint8Array(body),
      });
      await response.text();
      expect([202, 400]).toContain(response.status);
    };
    await check(bodies, bodyOf, 700);
  });

  it('as headers and method is refused by its name', async () => {
    const request = fc.record({
      signature: headerText,
      timestamp: fc.oneof(
        headerText,
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      type: fc.oneof(headerText, fc.constant('application/json')),
      encoding: fc.oneof(headerText, fc.constant('identity')),
      method: fc.constantFrom('POST', 'PUT', 'GET', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
      path: fc.oneof(fc.constant(''), fc.webPath()),
    });
    await check(
      request,
      async ({ signature, timestamp, type, encoding, method, path }) => {
        const response = await fetch(`http://127.0.0.1:${served.port}/webhooks/zendesk${path}`, {
          method,
          headers: {
            'Content-Type': type,
            'Content-Encoding': encoding,
            'X-Zendesk-Webhook-Signature': signature,
            'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
          },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: '{"ticket_id":1}' }),
        });
        await response.text();
        expect([400, 401, 404, 405, 413, 415]).toContain(response.status);
      },
      500,
    );
  });

  it('as bytes instead of HTTP is refused, and the next one is answered', async () => {
    const start = fc.constantFrom(
      '',
      'POST /webhooks/zendesk HTTP/1.1\r\n',
      'GET /healthz HTTP/1.1\r\nHost: x\r\n',
    );
    await check(
      fc.tuple(start, fc.uint8Array({ minLength: 1, maxLength: 300 })),
      async ([head, bytes]) => {
        const answers = await sendRaw(
          served.port,
          [head, bytes, '\r\n\r\n\u0000\r\n\r\n'],
          (got) => got.length > 0,
        );
        for (const { status } of answers) expect(status).toBeLessThan(OURS);
      },
      200,
    );
    expect((await fetch(`http://127.0.0.1:${served.port}/healthz`)).status).toBe(200);
  });

  const PATHS = [
    '/policy',
    '/calendar',
    '/cases',
    '/cases.csv',
    '/attention',
    '/report',
    '/version',
    '/cases/1',
  ];
  const NAMES = [
    'from',
    'to',
    'until',
    'policy',
    'version',
    'brand',
    'received',
    'stage',
    'category',
    'assignee',
    'group',
    'open',
    'overdue',
    'due_before',
    'received_from',
    'sort',
    'order',
    'limit',
    'cursor',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '1',
      '2026-04-01',
      '9999-12-31',
      '2026-04-01T09:00:00Z',
      'ask4',
      'true',
      'received',
      'due',
      '',
      '1,2',
      'NaN',
      "'",
      '%',
    ),
    fc.integer().map(String),
  );

  it('as parameters of the app API is answered or refused by their names', async () => {
    await check(
      fc.tuple(
        fc.constantFrom(...PATHS),
        fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 4 }),
      ),
      async ([path, pairs]) => {
        const answer = await api.ask(`${path}?${new URLSearchParams(pairs)}`);
        expect([200, 404, 422]).toContain(answer.status);
      },
      500,
    );
  });

  it('as a ticket, an address or a token is refused', async () => {
    await check(
      fc.tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.webPath(), headerText, fc.boolean()),
      async ([id, path, forged, isForged]) => {
        const authorization = `Bearer ${isForged ? forged : token()}`;
        const encoded = encodeURIComponent(id.toWellFormed());
        for (const at of [`/cases/${encoded}`, `/cases/${encoded}/look`, path]) {
          const answer = await api.ask(at, {
            method: at.endsWith('/look') ? 'POST' : 'GET',
            headers: { authorization },
          });
          expect(answer.status).toBeLessThan(OURS);
        }
      },
      150,
    );
  });

  it('leaves no error of our own in the log', () => {
    expect(told.text() + api.told.text()).not.toMatch(/a request (to the app API )?failed/);
  });
});
