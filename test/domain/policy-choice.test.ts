import { describe, expect, it } from 'vitest';
import { choosePolicy, type PolicyQuestion } from '../../domain/policy-choice.ts';
import { at, type Draft, policyWith } from './support.ts';

const version = (id: string, name: string, effectiveFrom: string, parts: Draft = {}) =>
  policyWith({ id, version: name, effectiveFrom, ...parts });
const question = (parts: Partial<PolicyQuestion> = {}): PolicyQuestion => ({
  brandId: null,
  formId: null,
  receivedAt: at('2026-06-01 12:00'),
  now: at('2026-06-02 12:00'),
  ...parts,
});
const chosen = (policies: ReturnType<typeof version>[], parts: Partial<PolicyQuestion> = {}) => {
  const policy = choosePolicy(policies, question(parts));
  return policy && `${policy.id} ${policy.version}`;
};

describe('a policy is chosen by brand or form', () => {
  const uk = version('uk', '1', '2019-01-01');
  const de = version('de', '1', '2019-01-01', { appliesTo: { brands: [7], forms: [70] } });
  const students = version('students', '1', '2019-01-01', { appliesTo: { forms: [80] } });
  const all = [uk, de, students];

  it.each<[string, Partial<PolicyQuestion>, string]>([
    ['its brand', { brandId: 7 }, 'de 1'],
    ['its form', { formId: 80 }, 'students 1'],
    ['a form, whatever the brand', { brandId: 1, formId: 70 }, 'de 1'],
    ['neither: the policy that names none', { brandId: 1, formId: 1 }, 'uk 1'],
    ['no brand and no form', {}, 'uk 1'],
  ])('%s', (_, parts, expected) => {
    expect(chosen(all, parts)).toBe(expected);
    expect(chosen([...all].reverse(), parts)).toBe(expected);
  });

  it('a brand is no form', () => {
    expect(chosen(all, { brandId: 70 })).toBe('uk 1');
  });

  it('the first one holds where all name others; none where there is none', () => {
    expect(chosen([de, students], { brandId: 1 })).toBe('de 1');
    expect(choosePolicy([], question())).toBeUndefined();
  });
});

describe('a case keeps the policy version in force when it was received', () => {
  const first = version('uk', '1', '2019-01-01');
  const second = version('uk', '2', '2026-06-10');
  const open = version('uk', '2', '2026-06-10', { appliesToOpenCases: true });
  const after = { now: at('2026-07-01 12:00') };

  it('received on tue_9_jun the first, on wed_10_jun the second, by the date in the policy’s zone', () => {
    const on = (receivedAt: number) => chosen([second, first], { ...after, receivedAt });
    expect(on(at('2026-06-09 23:59'))).toBe('uk 1');
    expect(on(at('2026-06-10 00:00'))).toBe('uk 2');
  });

  it('unless the new version says it applies to open cases, from its first day on', () => {
    expect(chosen([first, open], after)).toBe('uk 2');
    expect(chosen([first, open], { now: at('2026-06-09 23:59') })).toBe('uk 1');
    expect(chosen([first, open], { now: at('2026-06-10 00:00') })).toBe('uk 2');
  });

  it('and a version after the one that took over holds only for what was received since', () => {
    const third = version('uk', '3', '2026-08-01');
    const now = at('2026-09-01 12:00');
    expect(chosen([first, open, third], { now })).toBe('uk 2');
    expect(chosen([first, open, third], { now, receivedAt: at('2026-08-02') })).toBe('uk 3');
  });

  it('a complaint older than every version falls under the oldest', () => {
    expect(chosen([second, first], { receivedAt: at('2018-05-01 12:00') })).toBe('uk 1');
  });

  it('a version of another policy is none of this one', () => {
    const other = version('de', '9', '2026-01-01', { appliesTo: { brands: [7] }, appliesToOpenCases: true });
    expect(chosen([first, other], after)).toBe('uk 1');
  });
});
