import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../domain/policy.ts';
import { calendarOf, POLICY_FILES, policyData, shipped } from '../support.ts';

describe.each(POLICY_FILES)('policies/%s', (file) => {
  it('parses without a fault', () => {
    expect(parsePolicy(policyData(file))).toMatchObject({ ok: true });
  });

  it('has holidays of each of its regions', () => {
    const policy = shipped(file);
    for (const region of policy.regions) {
      expect(calendarOf({ ...policy, regions: [region] }).data.off.length).toBeGreaterThan(20);
    }
  });

  it('names the source of every number', () => {
    for (const { source, duties } of shipped(file).regimes) {
      expect(source).not.toBe('');
      for (const duty of duties) expect(duty.source ?? source).not.toMatch(/to be checked|\[\?\]/i);
    }
  });
});

it('all that are meant to be shipped are there', () => {
  const examples = ['comreg', 'fca-disp', 'housing-ombudsman', 'spso'].map((id) => `examples/${id}.yaml`);
  expect(POLICY_FILES).toEqual(['ask4-de.yaml', 'ask4.yaml', ...examples]);
});
