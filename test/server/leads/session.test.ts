import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSessions } from '../../../server/leads/session.ts';
import { signJwt } from '../../sandbox/host/jwt.ts';
import { type Account, SECRET, startAccount } from './support/account.ts';
import { LEA, PRIYA, ROLA, TOM } from './support/people.ts';

const MINUTE = 60_000;
let account: Account;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());
// Back to real time, also where a test has failed.
afterEach(() => account.time.move(Date.now() - account.time.now()));

async function sessionOf(userId: number): Promise<string> {
  const { session } = await account.open(await account.tokenFor(userId));
  if (!session) throw new Error('the page was not opened');
  return session.token;
}
const asks = async (token: string, path = '/cases') => {
  const { status, body } = await account.ask(path, token);
  return [status, body];
};
const renews = (token: string) =>
  account.ask('/session', token, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
const refused = (status: number, code: string) => [status, { status, code }];

describe('a session', () => {
  it('of a lead opens the register, that of an agent what the app may ask', async () => {
    const [lead, agent] = [await sessionOf(PRIYA), await sessionOf(TOM)];
    for (const path of ['/cases', '/attention', '/report?from=2026-01-01&to=2026-01-31']) {
      expect([path, ...(await asks(lead, path))]).toMatchObject([path, 200, {}]);
      expect([path, ...(await asks(agent, path))]).toMatchObject([path, ...refused(403, 'not_a_lead')]);
    }
    for (const token of [lead, agent]) expect(await asks(token, '/version')).toMatchObject([200, { api: 1 }]);
  });

  it('is none that anybody else can make', async () => {
    const seconds = Math.floor(account.time.now() / 1_000);
    const claims = { sub: String(PRIYA), access: 'lead', started: account.time.now(), account: 'probe' };
    const typ = 'complaint-clock-session+jwt';
    const { url } = account.sandbox;
    const make = (secret: string, header: { alg: string; typ: string }) =>
      new SignJWT(claims)
        .setProtectedHeader(header)
        .setIssuer(url)
        .setAudience(url)
        .setExpirationTime(seconds + 600)
        .sign(new TextEncoder().encode(secret));
    // The app's secret itself, which an administrator knows, signs no session: its key is derived.
    expect(await asks(await make(SECRET, { alg: 'HS256', typ }))).toMatchObject(
      refused(401, 'session_invalid'),
    );
    expect(await asks(await make(SECRET, { alg: 'HS512', typ }))).toMatchObject(
      refused(401, 'session_invalid'),
    );
    const options = { algorithm: 'HS256', secretKey: SECRET, expiry: 60, claims };
    expect(await asks(signJwt(options, Date.now()))).toMatchObject(refused(401, 'session_required'));
    const elsewhere = createSessions({ secrets: [SECRET], account: 'https://another.zendesk.com' });
    const { token } = await elsewhere.issue({ userId: PRIYA, access: 'lead', startedAt: Date.now() });
    expect(await asks(token)).toMatchObject(refused(401, 'session_invalid'));
    const [header, , signature] = (await sessionOf(TOM)).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, iss: url, aud: url, exp: seconds + 600 })).toString(
      'base64url',
    );
    expect(await asks(`${header}.${body}.${signature}`)).toMatchObject(refused(401, 'session_invalid'));
  });

  it('holds for a quarter of an hour, and can be renewed then', async () => {
    const token = await sessionOf(PRIYA);
    account.time.move(14 * MINUTE);
    expect(await asks(token)).toMatchObject([200, {}]);
    account.time.move(2 * MINUTE);
    expect(await asks(token)).toMatchObject(refused(401, 'session_expired'));
    expect(await asks(token, '/version')).toMatchObject(refused(401, 'session_expired'));
    const renewed = await renews(token);
    expect(renewed.body).toMatchObject({
      access: 'lead',
      userId: PRIYA,
      token: expect.stringMatching(/^eyJ/),
    });
  });

  it('ends after twelve hours, however often it is renewed, and then the page is opened again', async () => {
    let token = await sessionOf(PRIYA);
    for (let hours = 0; hours < 11; hours += 1) {
      account.time.move(60 * MINUTE);
      const { body } = await renews(token);
      token = String(Object.entries(body ?? {}).find(([key]) => key === 'token')?.[1]);
    }
    account.time.move(59 * MINUTE);
    expect((await renews(token)).status).toBe(200);
    account.time.move(2 * MINUTE);
    expect((await renews(token)).body).toMatchObject({ status: 401, code: 'session_over' });
    expect(await asks(token)).toMatchObject(refused(401, 'session_over'));
  });

  it('is renewed by what Zendesk says of its user then', async () => {
    const [lea, rola] = [await sessionOf(LEA), await sessionOf(ROLA)];
    const asked = account.time.now();
    account.time.move(MINUTE);
    await account.leaveLeads(LEA);
    await account.change(ROLA, { custom_role_id: 701 });
    // Zendesk is not asked again at once, and a session that holds is not taken back: a quarter of an hour at most.
    const kept = (await renews(lea)).body;
    expect(kept).toMatchObject({ access: 'lead' });
    const { expiresAt } = z.object({ expiresAt: z.iso.datetime() }).parse(kept);
    // From when Zendesk was asked, not from now.
    expect(Date.parse(expiresAt)).toBeLessThan(asked + 15 * MINUTE + 1);
    account.time.move(3 * MINUTE);
    expect((await renews(lea)).body).toMatchObject({ access: 'agent' });
    expect((await renews(rola)).body).toMatchObject({ status: 403, code: 'access_gone' });
  });

  it('is not renewed while Zendesk can not be asked, and is then', async () => {
    const token = await sessionOf(TOM);
    account.time.move(5 * MINUTE);
    const mend = account.sandbox.faults.add({
      match: { path: `/users/${TOM}` },
      effect: { kind: 'answer', status: 403 },
    });
    try {
      expect((await renews(token)).body).toMatchObject({ status: 503, code: 'zendesk_unavailable' });
    } finally {
      mend();
    }
    expect((await renews(token)).status).toBe(200);
  });

  it('takes no other method for a renewal, and no proxy token', async () => {
    const token = await sessionOf(TOM);
    expect(await asks(token, '/session')).toMatchObject(refused(405, 'method_not_allowed'));
    const proxy = signJwt(
      { algorithm: 'HS256', secretKey: SECRET, expiry: 60, claims: { account: 'probe' } },
      Date.now(),
    );
    expect((await renews(proxy)).body).toMatchObject({ code: 'session_required' });
  });
});

describe('while the app’s secret is changed', () => {
  const NEW = 'another-secret-of-the-app-with-40-letters';
  const whose = { userId: PRIYA, access: 'lead' as const, startedAt: Date.now() };
  it.each([
    ['both', [NEW, SECRET], true],
    ['the new one alone', [NEW], false],
  ])('sessions signed with the old one hold with %s: %s', async (_title, secrets, ok) => {
    const { token } = await createSessions({ secrets: [SECRET], account: 'a' }).issue(whose);
    expect((await createSessions({ secrets, account: 'a' }).read(token)).ok).toBe(ok);
  });
});
