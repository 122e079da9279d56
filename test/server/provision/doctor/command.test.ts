import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provisionCommand } from '../../../../server/provision/command.ts';
import type { Ran } from '../../../support/process.ts';
import { startProgram } from '../../../support/process.ts';
import { run } from '../../cli/support/run.ts';
import { type Installation, startInstallation } from './support/installation.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
});
afterAll(() => installation.stop());

/** The command with the settings of the installation and these. */
const doctor = (args: readonly string[], settings: Record<string, string> = {}): Promise<Ran> =>
  run(provisionCommand, ['doctor', ...args], installation.env(settings));

describe('npm run provision -- doctor', () => {
  it('ends with 0 where nothing is wrong, and prints what a person can read', async () => {
    const { code, out, err } = await doctor([]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Scopes of the OAuth clients\n {2}ok/);
    expect(out).toMatch(/ {2}WARNING .*\n {12}-> Admin Center > Objects and rules/);
    expect(out.trim().split('\n').at(-1)).toMatch(/^0 problems, 1 warning, \d+ not checkable, \d+ ok$/);
  });

  it('ends with 1 where there is a problem, and prints one line of JSON', async () => {
    const { code, out, err } = await doctor(['--json'], { WEBHOOK_SECRET: 'another' });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.trim().split('\n')).toHaveLength(1);
    const { checks, ...counts } = JSON.parse(out);
    expect(counts).toMatchObject({ problem: 1, warning: 1, ok: expect.any(Number) });
    expect(checks).toContainEqual(expect.objectContaining({ id: 'webhook-secret' }));
    expect(out).not.toContain('another');
  });

  it('tells what it can where the account refuses a client', async () => {
    const { code, out } = await doctor([], { ZENDESK_CLIENT_SECRET: 'wrong-secret' });
    expect(code).toBe(1);
    expect(out).toMatch(/PROBLEM the account refuses the service's client/);
    expect(out).toContain('the provisioning token has "read write"');
    expect(out).not.toContain('wrong-secret');
  });

  it('ends with 2 where it is typed or set wrong', async () => {
    expect(await doctor(['now'])).toMatchObject({ code: 2, out: '' });
    expect(await doctor([], { PUBLIC_URL: 'nonsense' })).toMatchObject({ code: 2, out: '' });
  });

  it('deletes its ticket when it is interrupted', async () => {
    const before = await installation.ticketIds();
    let made = false;
    const program = ['server/provision/main.ts', 'doctor'];
    const { ended, child } = startProgram(program, installation.env());
    const off = installation.sandbox.faults.add(({ path }) => {
      if (!made && path.includes('/apply')) {
        made = true;
        child.kill('SIGINT');
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
