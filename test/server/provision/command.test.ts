import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAccount, type TestAccount } from './account.ts';

let account: TestAccount;
beforeEach(async () => {
  account = await startAccount();
});
afterEach(() => account.sandbox.stop());

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as npm does, with these settings and no others. */
function provisionCommand(args: readonly string[], settings: Record<string, string> = {}): Promise<Ended> {
  const { url, clientId, clientSecret } = account.sandbox;
  const env = {
    PATH: process.env.PATH,
    ZENDESK_URL: url,
    ZENDESK_CLIENT_ID: clientId,
    ZENDESK_CLIENT_SECRET: clientSecret,
    PUBLIC_URL: 'https://clock.example',
    ...settings,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['server/provision/main.ts', ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      texts.out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      texts.err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}

const counts = ({ out }: Ended) => {
  const { objects: _objects, ...numbers } = JSON.parse(out);
  return numbers;
};

describe('npm run provision', () => {
  it('plans, applies and has nothing left to do, in one line of JSON each', async () => {
    const planned = await provisionCommand(['plan', '--json']);
    expect(planned).toMatchObject({ code: 0, err: '' });
    expect(planned.out.trim().split('\n')).toHaveLength(1);
    expect(counts(planned)).toEqual({ create: 55, change: 1, unchanged: 0, foreign: 0, blocked: 0 });
    expect(account.writes()).toEqual([]);
    expect(counts(await provisionCommand(['apply', '--yes', '--json']))).toMatchObject({ create: 55 });
    expect(counts(await provisionCommand(['apply', '--yes', '--json']))).toMatchObject({
      create: 0,
      unchanged: 55,
    });
    expect(account.writes()).toHaveLength(56);
  });

  it('shows a person what it would do, and does nothing unasked', async () => {
    const planned = await provisionCommand(['plan', '--language', 'de']);
    expect(planned.out).toContain('+ view "Beschwerden: heute"');
    expect(planned.out).toContain('55 create, 1 change');
    expect(await provisionCommand(['apply'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('--yes'),
    });
    expect(account.writes()).toEqual([]);
  });

  it('says everything that is wrong with its settings, without a secret', async () => {
    const failed = await provisionCommand(['plan'], { ZENDESK_URL: '', PUBLIC_URL: 'nonsense' });
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toContain('ZENDESK_URL');
    expect(failed.err).toContain('PUBLIC_URL');
    expect(failed.err).not.toContain(account.sandbox.clientSecret);
    expect(await provisionCommand(['plan'], { PROVISION_CLIENT_ID: 'only' })).toMatchObject({
      code: 2,
      err: expect.stringContaining('PROVISION_CLIENT_SECRET'),
    });
  });

  it('fails with a reason where the account refuses it', async () => {
    const refused = await provisionCommand(['plan'], { ZENDESK_CLIENT_SECRET: 'wrong-secret' });
    expect(refused.code).toBe(1);
    expect(refused.err).not.toBe('');
    expect(refused.err).not.toContain('wrong-secret');
  });
});
