import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_SECRET, OLD_SECRET, startApi, type TestApi, type TokenChanges, token } from './support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const asks = (authorization: string) => api.ask('/version', { headers: { authorization } });

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Tokens are made when they are sent: they hold for a minute, and a busy machine may take that long to come to them. */
const seconds = (): number => Math.floor(Date.now() / 1_000);
const good = () => ({ iat: seconds(), exp: seconds() + 60, account: 'ask4' });

function handMade(header: unknown, claims: unknown): string {
  const body = `${encoded(header)}.${encoded(claims)}`;
  return `${body}.${createHmac('sha256', APP_SECRET).update(body).digest('base64url')}`;
}

/** A token without one of its claims. */
function without(name: string): string {
  const claims = Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));
  return handMade({ alg: 'HS256' }, claims);
}

describe('a token', () => {
  const taken: readonly (readonly [string, () => TokenChanges])[] = [
    ['of the proxy', () => ({})],
    ['signed with the secret before', () => ({ secret: OLD_SECRET })],
    ['that holds for ten minutes', () => ({ expiry: 600 })],
    ['of a clock that is a little ahead', () => ({ at: Date.now() + 20_000 })],
    ['of a clock that is a little behind', () => ({ at: Date.now() - 65_000, expiry: 60 })],
    ['with claims that mean nothing here', () => ({ claims: { user: 'admin', role: 'admin', sub: '1' } })],
    ['that names the account in capitals', () => ({ claims: { account: 'ASK4' } })],
  ];
  it.each(taken)('%s is taken', async (_title, changes) => {
    const answer = await asks(`Bearer ${token(changes())}`);
    expect([answer.status, answer.json()]).toEqual([200, { version: '1.2.3', api: 1 }]);
  });

  const refused: readonly (readonly [string, () => string, number, string])[] = [
    ['with a wrong secret', () => token({ secret: 'x'.repeat(40) }), 401, 'token_invalid'],
    ['with another algorithm', () => token({ algorithm: 'HS512' }), 401, 'token_invalid'],
    ['without a signature', () => `${encoded({ alg: 'none' })}.${encoded(good())}.`, 401, 'token_invalid'],
    ['of algorithm "none", signed', () => handMade({ alg: 'none' }, good()), 401, 'token_invalid'],
    ['of an algorithm that nobody knows', () => handMade({ alg: 'HS257' }, good()), 401, 'token_invalid'],
    [
      'that brings its own key',
      () => handMade({ alg: 'RS256', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }, good()),
      401,
      'token_invalid',
    ],
    [
      'with a header that must be understood',
      () => handMade({ alg: 'HS256', crit: ['x'], x: 1 }, good()),
      401,
      'token_invalid',
    ],
    [
      'with a compressed payload',
      () => handMade({ alg: 'HS256', zip: 'DEF', crit: ['zip'] }, good()),
      401,
      'token_invalid',
    ],
    ['that has expired', () => token({ at: Date.now() - 600_000, expiry: 60 }), 401, 'token_expired'],
    ['from the future', () => token({ at: Date.now() + 120_000 }), 401, 'token_not_yet_valid'],
    [
      'that is not valid yet',
      () => handMade({ alg: 'HS256' }, { ...good(), nbf: seconds() + 300 }),
      401,
      'token_not_yet_valid',
    ],
    ['that holds too long', () => token({ expiry: 3_600 }), 401, 'token_invalid'],
    [
      'that holds for ever',
      () => handMade({ alg: 'HS256' }, { ...good(), exp: 1e300 }),
      401,
      'token_invalid',
    ],
    ['without "exp"', () => without('exp'), 401, 'token_invalid'],
    ['without "iat"', () => without('iat'), 401, 'token_invalid'],
    ['without an account', () => without('account'), 401, 'token_invalid'],
    ['with an account that is no text', () => token({ claims: { account: ['ask4'] } }), 401, 'token_invalid'],
    ['with claims that are a list', () => handMade({ alg: 'HS256' }, [good()]), 401, 'token_invalid'],
    ['for another account', () => token({ claims: { account: 'another' } }), 403, 'wrong_account'],
    ['of 8 KB', () => token({ claims: { x: 'x'.repeat(8_000) } }), 401, 'token_invalid'],
    ['of nonsense', () => 'a.b.c', 401, 'token_invalid'],
  ];
  it.each(refused)('%s is refused', async (_title, made, status, code) => {
    const answer = await asks(`Bearer ${made()}`);
    expect(answer.json()).toMatchObject({
      status,
      code,
      title: code,
      type: `urn:complaint-clock:problem:${code}`,
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });

  it.each([
    '',
    'Basic YTpi',
    `bearer`,
    `Token ${token()}`,
    `Bearer ${token()} ${token()}`,
  ])('must be one, and a bearer token: "%.12s"', async (authorization) => {
    const answer = await fetch(`${api.url}/api/v1/version`, { headers: { authorization } });
    expect(answer.status).toBe(401);
  });

  it('is asked for at every address, those that are not there included', async () => {
    for (const path of ['/policy', '/calendar', '/cases/1', '/nowhere']) {
      const answer = await fetch(`${api.url}/api/v1${path}`);
      expect([path, answer.status, (await answer.json()).code]).toEqual([path, 401, 'token_missing']);
    }
    const look = await fetch(`${api.url}/api/v1/cases/1/look`, { method: 'POST' });
    expect(look.status).toBe(401);
  });

  it('opens nothing that is for team leads: it proves no person', async () => {
    for (const path of ['/cases', '/cases.csv', '/attention', '/report']) {
      const [answer, none] = [
        await api.ask(path, { headers: { authorization: `Bearer ${token()}` } }),
        await fetch(`${api.url}/api/v1${path}`),
      ];
      expect([path, answer.status, answer.json()]).toMatchObject([path, 401, { code: 'session_required' }]);
      expect([path, none.status, await none.json()]).toMatchObject([path, 401, { code: 'session_missing' }]);
    }
  });

  it('is never logged', () => {
    expect(api.told.text()).not.toContain('eyJ');
  });
});

describe('the app API', () => {
  it('is off without a secret, and says how to switch it on', async () => {
    const off = await startApi({ secrets: [] });
    const answer = await off.ask('/version', {
      headers: { authorization: `Bearer ${token({ secret: '' })}` },
    });
    expect(answer.status).toBe(503);
    expect(answer.json()).toMatchObject({
      code: 'app_api_off',
      detail: expect.stringContaining('APP_SHARED_SECRET'),
    });
    await off.stop();
  });

  it('answers no other site, and is kept by no cache', async () => {
    const answer = await api.ask('/version', { headers: { origin: 'https://evil.example' } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const preflight = await fetch(`${api.url}/api/v1/cases`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(preflight.status).toBe(401);
  });

  it('answers 429 to too many requests in a second, from whoever they come, and not to strangers', async () => {
    const slow = await startApi({ perSecond: 3 });
    const strangers = await Promise.all(
      Array.from({ length: 20 }, () => fetch(`${slow.url}/api/v1/version`)),
    );
    expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401]));
    // As many as no machine answers three a second of in time.
    const answers = await Promise.all(Array.from({ length: 60 }, () => slow.ask('/version')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(refused.length).toBeGreaterThan(5);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    await slow.stop();
  });
});
