import { describe, expect, it } from 'vitest';
import { allLabels, createLabels, type LabelPolicy } from '../../server/labels.ts';

const policy = (labels: Partial<LabelPolicy['labels']>): LabelPolicy => ({
  labels: { category: {}, delay_reason: {}, redress: {}, ...labels },
});
const first = policy({ category: { wifi: { en: 'Wi-Fi', de: 'WLAN' }, billing: { en: 'Money' } } });
const second = policy({ category: { wifi: { en: 'Wireless' }, lift: { en: 'Lift', fr: 'Ascenseur' } } });
const labels = createLabels([first, second]);

describe('an option is called', () => {
  it.each([
    ['as the policy says', 'category', 'wifi', 'de', 'WLAN'],
    ['in English where the policy has no other', 'category', 'wifi', 'nl', 'Wi-Fi'],
    ['as the second policy says where the first does not', 'category', 'lift', 'fr', 'Ascenseur'],
    ['as the policy says though it is one of ours', 'category', 'billing', 'de', 'Money'],
    ['as provisioning names it', 'category', 'speed', 'de', 'Geschwindigkeit'],
    ['as provisioning names it in Spanish', 'delay_reason', 'workload', 'es', 'Carga de trabajo'],
    ['by the words of its tag where nobody has named it', 'category', 'broken_lift', 'de', 'broken lift'],
    // A name that every object has.
    ['by its tag whatever it is', 'category', 'constructor', 'de', 'constructor'],
    ['by a drop-down that no policy names', 'outcome', 'upheld', 'de', 'Begründet'],
  ] as const)('%s', (_, field, name, language, expected) => {
    expect(labels.of(field, name, language)).toBe(expected);
  });

  it('the same in the list of all', () => {
    const all = allLabels([first, second]);
    expect(all.category?.wifi).toEqual({ names: { en: 'Wi-Fi', de: 'WLAN' }, byPolicy: true });
    expect(all.category?.lift).toEqual({ names: { en: 'Lift', fr: 'Ascenseur' }, byPolicy: true });
    expect(all.category?.billing).toEqual({ names: { en: 'Money' }, byPolicy: true });
    expect(all.redress?.refund).toMatchObject({ names: { de: 'Erstattung' }, byPolicy: false });
  });
});
