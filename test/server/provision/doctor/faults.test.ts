import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from './support/faults.ts';
import { FAULTS_AROUND } from './support/faults-around.ts';
import { FAULTS_IN_OBJECTS } from './support/faults-in-objects.ts';
import { FAULTS_IN_RULES } from './support/faults-in-rules.ts';
import { type Installation, startInstallation } from './support/installation.ts';

let installation: Installation;
let ticketsBefore: number[];
beforeAll(async () => {
  installation = await startInstallation();
  ticketsBefore = await installation.ticketIds();
});
afterAll(() => installation.stop());

/** What the check says while the fault is there. */
async function findingsOf({ plant, settings, check }: Fault) {
  const undo = await plant(installation);
  try {
    const [result] = await installation.doctor([check], settings?.(installation) ?? {});
    return result?.findings ?? [];
  } finally {
    await undo?.();
  }
}

describe.each([...FAULTS_AROUND, ...FAULTS_IN_RULES, ...FAULTS_IN_OBJECTS])('$check: $what', (fault) => {
  it('is found, with what to do', async () => {
    const findings = await findingsOf(fault);
    expect(findings).toContainEqual({
      status: fault.status,
      seen: expect.stringMatching(fault.seen),
      fix: expect.stringMatching(fault.fix),
    });
    expect(await installation.ticketIds()).toEqual(ticketsBefore);
  });
});

describe('clock: the clocks differ', () => {
  it('is found, with what to do', async () => {
    installation.sandbox.clock.advance(120_000);
    const [result] = await installation.doctor(['clock']);
    expect(result?.findings).toEqual([
      {
        status: 'problem',
        seen: expect.stringMatching(/^this machine is 1\d\d s behind the account/),
        fix: expect.stringContaining('NTP'),
      },
    ]);
  });
});
