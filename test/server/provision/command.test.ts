import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provisionCommand } from '../../../server/provision/command.ts';
import { type Ran, runProgram } from '../../support/process.ts';
import { runUntil } from '../cli/support/run.ts';
import { startAccount, type TestAccount } from './account.ts';

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.sandbox.stop());

/** The settings that the command needs, and these. */
function settings(changes: Record<string, string> = {}): Record<string, string> {
  const { url, clientId, clientSecret } = account.sandbox;
  return {
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: 'https://clock.example',
    ...changes,
  };
}

const provisioning = (args: readonly string[], changes: Record<string, string> = {}): Promise<Ran> =>
  runUntil(provisionCommand, args, { env: settings(changes) });

const counts = ({ out }: Ran) => {
  const { objects: _objects, ...numbers } = JSON.parse(out);
  return numbers;
};

describe('npm run provision', () => {
  it('plans, applies and has nothing left to do, in one line of JSON each', async () => {
    const planned = await provisioning(['plan', '--json']);
    expect(planned).toMatchObject({ code: 0, err: '' });
    expect(planned.out.trim().split('\n')).toHaveLength(1);
    expect(counts(planned)).toEqual({ create: 165, change: 1, unchanged: 0, foreign: 1 });
    expect(Object.keys(JSON.parse(planned.out))).toEqual([
      'create',
      'change',
      'unchanged',
      'foreign',
      'objects',
    ]);
    expect(account.writes()).toEqual([]);
    expect(counts(await provisioning(['apply', '--yes', '--json']))).toMatchObject({ create: 165 });
    expect(counts(await provisioning(['apply', '--yes', '--json']))).toMatchObject({
      create: 0,
      unchanged: 165,
    });
    expect(account.writes()).toHaveLength(166);
  });

  it('shows a person what it would do, what it does and what is right', async () => {
    const planned = await provisioning(['plan', '--language', 'de']);
    expect(planned.out).toContain('+ view "Beschwerden: heute"');
    expect(planned.out).toContain('+ 93 texts');
    expect(planned.out).toContain('165 create, 1 change');
    expect(planned.out).toContain('Applying it takes 166 API calls.');
    expect(planned.out).toContain('The app is not installed yet');
    const applied = await provisioning(['apply', '--yes', '--language', 'de']);
    expect(applied.out).toContain('\n166/166 create ids "ids of all of these');
    const settled = await provisioning(['plan', '--language', 'de']);
    expect(settled.out).toContain('= as they should be: 119 text, 22 field, 2 form, 13 macro, 1 webhook');
    expect(settled.out).toContain('Nothing to apply.');
  });

  it('does nothing unasked', async () => {
    expect(await provisioning(['apply'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('--yes'),
    });
    expect(account.writes()).toEqual([]);
  });

  it('ends between two calls when it is interrupted, and goes on when it is run again', async () => {
    const stopping = new AbortController();
    const off = account.sandbox.faults.add(({ path }) => {
      if (path.endsWith('/macros')) stopping.abort();
      return undefined;
    });
    const args = ['apply', '--yes', '--json'];
    const broken = await runUntil(provisionCommand, args, { env: settings(), signal: stopping.signal });
    off();
    expect(broken).toEqual({
      code: 130,
      out: '',
      err: expect.stringMatching(/^Interrupted\..*run it again/),
    });
    expect(account.writes().at(-1)).toBe('POST /api/v2/macros');
    expect(counts(await provisioning(args))).toMatchObject({ create: 12 + 1 + 2 + 5 + 1 });
    expect(counts(await provisioning(args))).toMatchObject({ create: 0, change: 0 });
  });

  it('says everything that is wrong with its settings, without a secret', async () => {
    const [failed, half] = await Promise.all([
      provisioning(['plan'], { ZENDESK_URL: '', PUBLIC_URL: 'nonsense' }),
      provisioning(['plan'], { PROVISION_CLIENT_ID: 'only' }),
    ]);
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toContain('ZENDESK_URL');
    expect(failed.err).toContain('PUBLIC_URL');
    expect(failed.err).not.toContain(account.sandbox.clientSecret);
    expect(half).toMatchObject({ code: 2, err: expect.stringContaining('PROVISION_CLIENT_SECRET') });
  });

  it('fails with a reason where the account refuses it', async () => {
    const refused = await provisioning(['plan'], { ZENDESK_CLIENT_SECRET: 'wrong-secret' });
    expect(refused.code).toBe(1);
    expect(refused.err).not.toBe('');
    expect(refused.err).not.toContain('wrong-secret');
  });

  it('is what npm runs', async () => {
    const said = await runProgram(['server/provision/main.ts', 'plan', '--json'], settings());
    expect({ ...said, out: counts(said) }).toMatchObject({ code: 0, err: '', out: { foreign: 1 } });
    expect(account.writes()).toEqual([]);
  });
});
