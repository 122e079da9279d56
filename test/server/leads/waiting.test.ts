import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createWaitingApp } from '../../../server/http/app.ts';
import type { Phase } from '../../../server/http/phase.ts';
import { waitingPage } from '../../../server/leads/waiting-page.ts';
import { testLog } from '../support/log.ts';

const ACCOUNT = 'https://ask4.zendesk.com';
let phase: Phase;
let server: Server;
let url = '';
beforeEach(() => {
  phase = { name: 'starting', waitingFor: 'Zendesk' };
});
beforeAll(async () => {
  const dashboard = waitingPage({ account: ACCOUNT, phase: () => phase });
  const app = createWaitingApp({ basePath: '/clock', log: testLog().log, phase: () => phase, dashboard });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => server.close());

const tokenFor = (seconds: number): string =>
  new UnsecuredJWT({ exp: Math.floor(Date.now() / 1_000) + seconds }).encode().concat('c2ln');

interface Sent {
  readonly token?: string;
  readonly language?: string;
  readonly path?: string;
}

async function open({ token, language = 'en', path = '/dashboard?origin=https%3A%2F%2Fx' }: Sent = {}) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'accept-language': language },
    body: new URLSearchParams(token === undefined ? {} : { token }),
  });
  const html = await response.text();
  return { status: response.status, headers: response.headers, html };
}

it('answers in words, and with the form that sends the same token again as long as it holds', async () => {
  const token = tokenFor(60);
  const { status, headers, html } = await open({ token });
  expect(status).toBe(503);
  expect(headers.get('content-type')).toContain('text/html');
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(html).toContain('The service is starting. This page opens by itself');
  expect(html).toContain(`<input type="hidden" name="token" value="${token}">`);
  // Those of the token, and half a minute by which clocks may differ; less what it took to come here.
  expect(Number(/data-seconds="(\d+)"/.exec(html)?.[1])).toBeGreaterThan(60);
  const policy = headers.get('content-security-policy') ?? '';
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
  expect(html).toContain(`<script nonce="${nonce}">`);
  expect(policy).toContain(`frame-ancestors ${ACCOUNT}`);
  expect(policy).toContain("form-action 'self'");
  expect(headers.get('x-frame-options')).toBeNull();
});

it.each([
  ['no token', undefined],
  ['one that is too old', tokenFor(-31)],
  ['what is no token', '"><script>alert(1)</script>'],
  ['what has the looks of one', 'a.b.c'],
])('with %s it says to open the page again, and sends nothing', async (_what, token) => {
  const { status, html, headers } = await open(token === undefined ? {} : { token });
  expect(status).toBe(503);
  expect(html).toContain('choose Complaint Clock on the left of Zendesk again');
  expect(html).not.toContain('<form');
  expect(html).not.toContain('<script');
  expect(headers.get('content-security-policy')).toContain("script-src 'none'");
});

it('says so in German to who reads German, and that the service goes while it goes', async () => {
  phase = { name: 'stopping' };
  const { html } = await open({ token: tokenFor(60), language: 'de-DE,de;q=0.9,en;q=0.5' });
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('Der Dienst wird gerade beendet.');
  expect(html).toContain('data-code="stopping"');
});

it('stands below the path that a proxy gives the service too, and only for the page itself', async () => {
  expect((await open({ token: tokenFor(60), path: '/clock/dashboard' })).html).toContain('<form');
  const file = await open({ path: '/dashboard/assets/index.js' });
  expect([file.status, JSON.parse(file.html).error]).toEqual([503, 'starting']);
});
