import { type PolicyFault, parsePolicy } from '../../../domain/policy.ts';
import { ask4Data, type Draft } from '../support.ts';

/** What parsing finds wrong with data; nothing where it is a policy. */
export function faultsOf(data: unknown): readonly PolicyFault[] {
  const parsed = parsePolicy(data);
  return parsed.ok ? [] : parsed.faults;
}

/** What it finds wrong with the shipped policy once these parts are in it. */
export const faultsWith = (parts: Draft) => faultsOf({ ...ask4Data(), ...parts });

/** A duty in which nothing is wrong. */
export const duty = {
  id: 'one',
  after: 'received',
  within: '24 hours',
  doneBy: ['acknowledged'],
  warn: '4 hours',
};

/** The part of a policy that holds one regime, of these duties or of the one above. */
export const regime = (parts: Draft = {}, ...duties: Draft[]): Draft => ({
  regimes: [{ id: 'own', source: 'a test', duties: duties.length > 0 ? duties : [duty], ...parts }],
});

/** One period of a duty that has several. */
export const week = { after: 'received', within: '1 week' };

/** A duty that is due at the earliest of these lengths after the receipt. */
export const earliest = (...lengths: string[]): Draft => ({
  id: 'one',
  earliestOf: lengths.map((within) => ({ ...week, within })),
  doneBy: ['acknowledged'],
  warn: '1 hour',
});
