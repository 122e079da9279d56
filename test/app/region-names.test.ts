import { expect, test } from 'vitest';
import { LANGUAGES } from '../../app/ui/language.ts';
import { regionNames } from '../../app/ui/region-names.ts';
import { languageFor } from './support/languages.ts';

const LAENDER = [
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
];
const NAMED = ['GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR', 'GB-EAW', ...LAENDER.map((land) => `DE-${land}`)];

test.each(LANGUAGES)('the nations of the United Kingdom and the German Länder have names in %s', (code) => {
  for (const region of NAMED) expect(regionNames([region], languageFor(code))).not.toMatch(/[A-Z]{2}-/);
});

test('regions are named in the reader’s language, several as a list', () => {
  expect(regionNames(['GB-EAW', 'GB-NIR'], languageFor('en-GB'))).toBe(
    'England and Wales and Northern Ireland',
  );
  expect(regionNames(['DE-BY'], languageFor('en-US'))).toBe('Bavaria');
  expect(regionNames(['GB-SCT', 'GB-SCT'], languageFor('de'))).toBe('Schottland');
  expect(regionNames(['IE'], languageFor('fr'))).toBe('Irlande');
});

test('a code without a name, and a company with closures of its own, stay as they are', () => {
  expect(regionNames(['ES-CT'], languageFor('en'))).toBe('ES-CT');
  expect(regionNames(['DE-BY-KATH'], languageFor('de'))).toBe('DE-BY-KATH');
  expect(regionNames(['ASK4'], languageFor('de'))).toBe('ASK4');
});
