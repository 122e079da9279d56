import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, startInstallation } from './support/installation.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation.stop());

interface Started {
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  readonly interrupt: () => void;
}

/** Starts the command as npm does, with the settings of the installation and these. */
function start(args: readonly string[], settings: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['server/provision/main.ts', 'doctor', ...args], {
    env: { PATH: process.env.PATH, ...installation.env(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    texts.err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
  return { ended, interrupt: () => void child.kill('SIGINT') };
}

describe('npm run provision -- doctor', () => {
  it('ends with 0 where nothing is wrong, and prints what a person can read', async () => {
    const { code, out, err } = await start([]).ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Scopes of the OAuth clients\n {2}ok/);
    expect(out).toMatch(/ {2}WARNING .*\n {12}-> Admin Center > Objects and rules/);
    expect(out.trim().split('\n').at(-1)).toMatch(/^0 problems, 1 warning, \d+ not checkable, \d+ ok$/);
  });

  it('ends with 1 where there is a problem, and prints one line of JSON', async () => {
    const { code, out, err } = await start(['--json'], { WEBHOOK_SECRET: 'another' }).ended;
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.trim().split('\n')).toHaveLength(1);
    const { checks, ...counts } = JSON.parse(out);
    expect(counts).toMatchObject({ problem: 1, warning: 1, ok: expect.any(Number) });
    expect(checks).toContainEqual(expect.objectContaining({ id: 'webhook-secret' }));
    expect(out).not.toContain('another');
  });

  it('tells what it can where the account refuses a client', async () => {
    const { code, out } = await start([], { ZENDESK_CLIENT_SECRET: 'wrong-secret' }).ended;
    expect(code).toBe(1);
    expect(out).toMatch(/PROBLEM the account refuses the service's client/);
    expect(out).toContain('the provisioning token has "read write"');
    expect(out).not.toContain('wrong-secret');
  });

  it('ends with 2 where it is typed or set wrong', async () => {
    expect(await start(['now']).ended).toMatchObject({ code: 2, out: '' });
    expect(await start([], { PUBLIC_URL: 'nonsense' }).ended).toMatchObject({ code: 2, out: '' });
  });

  it('deletes its ticket when it is interrupted', async () => {
    const before = await installation.ticketIds();
    let made = false;
    const { ended, interrupt } = start([]);
    const off = installation.sandbox.faults.add(({ path }) => {
      if (!made && path.includes('/apply')) {
        made = true;
        interrupt();
      }
      return undefined;
    });
    const { code, out } = await ended;
    off();
    expect({ made, code }).toEqual({ made: true, code: 130 });
    expect(out).toMatch(/deleted: #\d+[\s\S]*Interrupted\.\n$/);
    expect(await installation.ticketIds()).toEqual(before);
  });
});
