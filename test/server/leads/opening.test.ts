import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Account, startAccount } from './support/account.ts';
import { EVE, LEA, LOU, PRIYA, ROLA, SUE, TOM } from './support/people.ts';

let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());
// Back to real time, also where a test has failed.
afterEach(() => account.time.move(Date.now() - account.time.now()));

describe('who opens the page', () => {
  it.each([
    ['an administrator', PRIYA, 'lead'],
    ['an agent in a group of LEAD_GROUPS, by its name', LEA, 'lead'],
    ['an agent with a role of LEAD_ROLES, by its id', ROLA, 'lead'],
    ['any other agent', TOM, 'agent'],
  ])('%s gets it, with a session of their own', async (_who, userId, access) => {
    const opened = await account.open(await account.tokenFor(userId));
    expect([opened.status, opened.session]).toMatchObject([200, { access, userId }]);
  });

  it.each([
    ['a light agent, in a lead’s group at that', LOU, 'light_agent'],
    ['a customer', EVE, 'end_user'],
  ])('%s is told why not', async (_who, userId, code) => {
    const opened = await account.open(await account.tokenFor(userId));
    expect([opened.status, opened.code, opened.session]).toEqual([403, code, undefined]);
  });
});

describe('whose access ends between the signing of the token and the opening', () => {
  it('is told so', async () => {
    const token = await account.tokenFor(SUE);
    await account.change(SUE, { suspended: true });
    expect(await account.open(token)).toMatchObject({ status: 403, code: 'suspended' });
  });
});

/** The claims of Zendesk's own token, with changes, signed by whoever calls. */
function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { url } = account.sandbox;
  const seconds = Math.floor(Date.now() / 1_000);
  return {
    iat: seconds,
    nbf: seconds,
    exp: seconds + 60,
    jti: `forged-${Math.random()}`,
    iss: url,
    aud: `${url}/api/v2/apps/installations/${account.ids.installation}.json`,
    sub: `${url}/api/v2/users/${PRIYA}.json`,
    ...changes,
  };
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const signed = (changes: Record<string, unknown> = {}): Promise<string> =>
  new SignJWT(claims(changes)).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);

const publicKey = async (): Promise<string> =>
  (await fetch(`${account.sandbox.url}/api/v2/apps/${account.ids.app}/public_key.pem`)).text();

/** The app's public key, which is no secret, taken for one. */
async function byPublicKey(): Promise<string> {
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${encoded({ typ: 'JWT', alg: 'HS256' })}.${encoded(claims())}`;
  return `${body}.${createHmac('sha256', await publicKey())
    .update(body)
    .digest('base64url')}`;
}

const withoutSignature = async (): Promise<string> => (await account.tokenFor(PRIYA)).replace(/[^.]+$/, '');
const promoted = async (): Promise<string> => {
  const [header = '', payload = '', signature = ''] = (await account.tokenFor(TOM)).split('.');
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const sub = { ...said, sub: said.sub.replace(`/users/${TOM}`, `/users/${PRIYA}`) };
  return `${header}.${Buffer.from(JSON.stringify(sub)).toString('base64url')}.${signature}`;
};

describe('what is no token of Zendesk’s for this app', () => {
  const forged: readonly (readonly [string, number, string, () => string | undefined | Promise<string>])[] = [
    ['nothing', 401, 'token_missing', () => undefined],
    ['nonsense', 401, 'token_invalid', () => 'a.b.c'],
    ['8 KB', 401, 'token_invalid', () => `e30.${'e'.repeat(8_000)}.e30`],
    ['one signed with another key', 401, 'token_invalid', () => signed()],
    ['one signed by HS256 with the public key as secret', 401, 'token_invalid', byPublicKey],
    ['one of algorithm "none"', 401, 'token_invalid', () => new UnsecuredJWT(claims()).encode()],
    ['a real one without its signature', 401, 'token_invalid', withoutSignature],
    ['a real one with another user written in', 401, 'token_invalid', promoted],
    ['one without a user', 401, 'token_invalid', () => signed({ sub: '' })],
    ['one of another account', 403, 'wrong_account', () => signed({ iss: 'https://another.zendesk.com' })],
    [
      'one for a user of another account',
      403,
      'wrong_account',
      () => signed({ sub: `https://another.zendesk.com/api/v2/users/${PRIYA}.json` }),
    ],
    [
      'one for an installation that is not there',
      403,
      'wrong_app',
      () => signed({ aud: `${account.sandbox.url}/api/v2/apps/installations/987654.json` }),
    ],
    [
      'a real one for another app of the account',
      403,
      'wrong_app',
      () => account.tokenFor(PRIYA, account.ids.otherApp),
    ],
  ];
  it.each(forged)('%s is refused', async (_what, status, code, make) => {
    const opened = await account.open(await make());
    expect([opened.status, opened.code, opened.session]).toEqual([status, code, undefined]);
    expect(opened.headers.get('cache-control')).toBe('no-store');
  });

  it('a real one is taken once, over all processes', async () => {
    const token = await account.tokenFor(PRIYA);
    const answers = await Promise.all([account.open(token), account.open(token), account.open(token)]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['token_used', 'token_used', undefined]);
    expect(await account.open(token, {}, account.secondUrl)).toMatchObject({
      status: 401,
      code: 'token_used',
    });
  });

  it('one that is older than Zendesk lets it become is refused', async () => {
    const token = await account.tokenFor(PRIYA);
    account.time.move(120_000);
    expect(await account.open(token)).toMatchObject({ status: 401, code: 'token_expired' });
    account.time.move(-300_000);
    expect(await account.open(await account.tokenFor(PRIYA))).toMatchObject({ code: 'token_not_yet_valid' });
  });

  it.each([
    ['text', { headers: { 'content-type': 'text/plain' }, body: 'token=x' }],
    ['two tokens', { body: new URLSearchParams('token=a&token=b') }],
    ['a large form', { body: new URLSearchParams({ token: 'x'.repeat(20_000) }) }],
  ])('%s in place of the form is refused', async (_what, changes) => {
    expect(await account.open('', changes)).toMatchObject({ status: 400, code: 'malformed_request' });
  });

  it('no token and no session is ever logged', () => {
    expect(account.told.text()).not.toContain('eyJ');
  });
});

describe('the page', () => {
  it('is shown in a frame of the account only, runs no script of its own text, and is kept nowhere', async () => {
    const { headers, html, session } = await account.open(await account.tokenFor(LEA));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split(';').sort()).toEqual(
      [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${session?.nonce}'`,
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        `frame-ancestors ${account.sandbox.url}`,
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ].sort(),
    );
    expect(policy).not.toMatch(/unsafe/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).toContain('src="./dashboard/assets/page-abc.js"');
  });

  it('serves its files, and nothing beside them', async () => {
    const statusOf = async (path: string) => (await fetch(`${account.url}${path}`)).status;
    const file = await fetch(`${account.url}/dashboard/assets/page-abc.js`);
    expect([file.status, file.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const path of [
      '/dashboard/secret.txt',
      '/dashboard/assets/../secret.txt',
      '/dashboard/assets/%2e%2e/secret.txt',
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
  });

  it('compresses its files, which hold no secret, and never the page with its session', async () => {
    const packed = { headers: { 'accept-encoding': 'gzip' } };
    const file = await fetch(`${account.url}/dashboard/assets/page-abc.js`, packed);
    expect([file.headers.get('content-encoding'), file.headers.get('vary')]).toEqual([
      'gzip',
      'Accept-Encoding',
    ]);
    expect(await file.text()).toMatch(/^export \{\};\n/);
    const { headers, html } = await account.open(await account.tokenFor(LEA), packed);
    expect(headers.get('content-encoding')).toBeNull();
    expect(html.length).toBeGreaterThan(0);
  });

  it('says in words that it was not built', async () => {
    const opened = await account.open(await account.tokenFor(PRIYA), {}, account.secondUrl);
    expect(opened).toMatchObject({ status: 503, code: 'not_built' });
  });

  it('says in words how it is opened, where nobody of Zendesk’s opens it', async () => {
    const answer = await fetch(`${account.url}/dashboard`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await answer.text()).toContain('data-code="not_opened_by_zendesk"');
    const german = await fetch(`${account.url}/dashboard`, { headers: { 'accept-language': 'de-DE,de' } });
    expect(await german.text()).toContain('Bitte links in Zendesk Complaint Clock wählen.');
  });
});
