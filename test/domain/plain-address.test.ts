import { expect, test } from 'vitest';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import { postalAddressIn } from '../../domain/text/postal-address.ts';

test.each([
  [
    'Dear Sirs,\n\nno heating for a week.\n\nMr P. Byrne\n4 Mill Lane\nLeeds LS1 4AB',
    'Mr P. Byrne\n4 Mill Lane\nLeeds LS1 4AB',
  ],
  [
    'Frau B.\nMusterweg 12\n50667 Köln\n\nSehr geehrte Damen und Herren,',
    'Frau B.\nMusterweg 12\n50667 Köln',
  ],
  [
    'I wrote on 30 March.\nFlat 2\n14 Fitzwilliam Street\nSheffield\nS1 4JL',
    'Flat 2\n14 Fitzwilliam Street\nSheffield\nS1 4JL',
  ],
])('the address in %j', (text, address) => {
  expect(postalAddressIn(text)).toBe(address);
});

test.each([
  'My invoice 50667 was wrong.',
  'Kundennummer:\n12345 Meier',
  'I moved to LS1 4AB in March and nobody came.',
  '',
])('no address in %j', (text) => {
  expect(postalAddressIn(text)).toBeUndefined();
});

test('the language of a reply is told by its common words, or not at all', () => {
  expect(guessLanguage('We are sorry that the engineer did not come to your flat.')).toBe('en');
  expect(
    guessLanguage('Es tut uns leid, dass die Technik nicht bei Ihnen war und wir Sie warten ließen.'),
  ).toBe('de');
  expect(guessLanguage('Nous sommes désolés que vous ayez attendu pour votre rendez-vous.')).toBe('fr');
  expect(guessLanguage('OK')).toBeUndefined();
});
