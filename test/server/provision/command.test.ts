import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ran, runProgram } from '../../support/process.ts';
import { startAccount, type TestAccount } from './account.ts';

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.sandbox.stop());

/** Runs the command as npm does, with these settings and no others. */
function provisionCommand(args: readonly string[], settings: Record<string, string> = {}): Promise<Ran> {
  const { url, clientId, clientSecret } = account.sandbox;
  return runProgram(['server/provision/main.ts', ...args], {
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: 'https://clock.example',
    ...settings,
  });
}

const counts = ({ out }: Ran) => {
  const { objects: _objects, ...numbers } = JSON.parse(out);
  return numbers;
};

describe('npm run provision', () => {
  it('plans, applies and has nothing left to do, in one line of JSON each', async () => {
    const planned = await provisionCommand(['plan', '--json']);
    expect(planned).toMatchObject({ code: 0, err: '' });
    expect(planned.out.trim().split('\n')).toHaveLength(1);
    expect(counts(planned)).toEqual({ create: 71, change: 1, unchanged: 0, foreign: 1 });
    expect(Object.keys(JSON.parse(planned.out))).toEqual([
      'create',
      'change',
      'unchanged',
      'foreign',
      'objects',
    ]);
    expect(account.writes()).toEqual([]);
    expect(counts(await provisionCommand(['apply', '--yes', '--json']))).toMatchObject({ create: 71 });
    expect(counts(await provisionCommand(['apply', '--yes', '--json']))).toMatchObject({
      create: 0,
      unchanged: 71,
    });
    expect(account.writes()).toHaveLength(74);
  });

  it('shows a person what it would do, and does nothing unasked', async () => {
    const planned = await provisionCommand(['plan', '--language', 'de']);
    expect(planned.out).toContain('+ view "Beschwerden: heute"');
    expect(planned.out).toContain('71 create, 1 change');
    expect(planned.out).toContain('Applying it takes 74 API calls.');
    expect(planned.out).toContain('The app is not installed yet');
    expect(await provisionCommand(['apply'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('--yes'),
    });
    expect(account.writes()).toEqual([]);
  });

  it('says everything that is wrong with its settings, without a secret', async () => {
    const [failed, half] = await Promise.all([
      provisionCommand(['plan'], { ZENDESK_URL: '', PUBLIC_URL: 'nonsense' }),
      provisionCommand(['plan'], { PROVISION_CLIENT_ID: 'only' }),
    ]);
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toContain('ZENDESK_URL');
    expect(failed.err).toContain('PUBLIC_URL');
    expect(failed.err).not.toContain(account.sandbox.clientSecret);
    expect(half).toMatchObject({ code: 2, err: expect.stringContaining('PROVISION_CLIENT_SECRET') });
  });

  it('fails with a reason where the account refuses it', async () => {
    const refused = await provisionCommand(['plan'], { ZENDESK_CLIENT_SECRET: 'wrong-secret' });
    expect(refused.code).toBe(1);
    expect(refused.err).not.toBe('');
    expect(refused.err).not.toContain('wrong-secret');
  });
});
