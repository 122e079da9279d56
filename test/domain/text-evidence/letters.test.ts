import { describe, expect, test } from 'vitest';
import type { EvidenceKind } from '../../../domain/guidance.ts';
import { firstSentences } from '../../../domain/text/summary.ts';
import { ENGLISH, english, GERMAN, german, words } from './letters.ts';

describe('a letter in English', () => {
  test.each<[EvidenceKind, string[]]>([
    ['references', ['48102', 'REF-2026/114', '48199']],
    ['times', ['30 March 2026,\nbetween 9am', '1pm', 'Tuesday 31 March at about 14:30', '01/04/2026']],
    ['phones', ['07700 900123', '+44 (0)114 496 0123']],
    ['emails', ['s.patel@riverside-flats.co.uk']],
    ['staff', ['Ms Khan', 'Daniel', "Mr O'Brien"]],
  ])('%s', (kind, expected) => {
    expect(words(kind, ENGLISH, english)).toEqual(expected);
  });
});

describe('a letter in German', () => {
  test.each<[EvidenceKind, string[]]>([
    ['references', ['2026-00417', 'ST4711', '48222']],
    ['times', ['31.3.2026 um 9.15 Uhr', 'Mittwoch, den 1. April', '14 Uhr', '8.4.']],
    ['phones', ['0221 4710815', '0171 2345678', '+49 221 4710816']],
    ['emails', ['mieter@hausverwaltung-koeln.de']],
    ['staff', ['Herr Weber', 'Frau Öztürk', 'Jan de Vries']],
  ])('%s', (kind, expected) => {
    expect(words(kind, GERMAN, german)).toEqual(expected);
  });
});

test('the first sentences make a summary, without greeting and quoted mails', () => {
  expect(firstSentences(ENGLISH, 130)).toBe(
    'I wish to complain formally about my broadband at Riverside Court.',
  );
  expect(firstSentences('Hi,\n\nno internet again')).toBe('no internet again');
  expect(firstSentences('> quoted.\n')).toBe('');
  expect(firstSentences('x'.repeat(500))).toHaveLength(200);
});
