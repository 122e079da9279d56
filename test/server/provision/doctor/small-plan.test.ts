import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installation, startInstallation } from './support/installation.ts';
import { saidOf } from './support/said.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation('team');
});
afterAll(() => installation.stop());

describe('an account whose plan has neither dynamic content nor several forms', () => {
  it('has no problem either', async () => {
    const before = await installation.ticketIds();
    const results = await installation.doctor();
    expect(saidOf(results, 'problem')).toEqual([]);
    expect(await installation.ticketIds()).toEqual(before);
  });
});
