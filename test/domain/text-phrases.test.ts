import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchedPhrases } from '../../domain/text/phrases.ts';

const german = [
  'beschwere mich',
  'Beschwerde einlegen',
  'förmliche Beschwerde',
  'zum dritten Mal',
  'nicht hinnehmbar',
];
const english = [
  'formal complaint',
  'complain formally',
  'make a complaint',
  'still not fixed',
  'third time',
];

describe('German', () => {
  test.each<[string, string[]]>([
    ['Ich beschwere mich über den Ausfall.', ['beschwere mich']],
    ['Ich möchte mich förmlich beschweren.', ['mich … beschweren']],
    ['Daher habe ich mich bereits beschwert.', ['mich … beschwert']],
    ['Hiermit lege ich Beschwerde ein.', ['lege … Beschwerde ein']],
    ['Ich behalte mir vor, Beschwerde einzulegen.', ['Beschwerde einzulegen']],
    ['Beschwerde wurde eingelegt.', ['Beschwerde … eingelegt']],
    ['Das ist meine förmliche\nBeschwerde.', ['förmliche\nBeschwerde'.replace('\n', ' ')]],
    [
      'Zum dritten Mal ist kein Techniker da. Das ist NICHT hinnehmbar!',
      ['Zum dritten Mal', 'NICHT hinnehmbar'],
    ],
    ['Ich beschwere mich nicht nur darüber.', ['beschwere mich']],
    ['Ich beschwere mich: kein Netz seit Montag.', ['beschwere mich']],
  ])('%s', (text, expected) => {
    expect(matchedPhrases(text, german)).toEqual(expected);
  });

  test.each([
    'Ich beschwere mich nicht, ich frage nur.',
    'Ich möchte mich nicht beschweren.',
    'Das ist keine förmliche Beschwerde.',
    'Ich lege keine Beschwerde ein.',
    'Die Beschwerden im Knie sind weg, legen Sie bitte das Paket ab.',
    'Ich freue mich. Beschwerlich war es nicht.',
    'Zum zweiten Mal, am dritten.',
  ])('not: %s', (text) => {
    expect(matchedPhrases(text, german)).toEqual([]);
  });
});

describe('English', () => {
  test.each<[string, string[]]>([
    ['This is a formal complaint.', ['formal complaint']],
    ['I’d like to complain, formally, about this.', ['complain formally']],
    ['I am making a complaint, for the third time', ['making a complaint', 'third time']],
    ['It is still not fixed.', ['still not fixed']],
    ['This is not only a formal complaint', ['formal complaint']],
    ['Here is a formal complaint: no connection since Monday.', ['formal complaint']],
    ['I make a complaint, no one calls back.', ['make a complaint']],
    ['I have no choice but to make a complaint.', ['make a complaint']],
    ['I want to make a formal complaint, formally.', ['formal complaint']],
  ])('%s', (text, expected) => {
    expect(matchedPhrases(text, english)).toEqual(expected);
  });

  test.each([
    'No formal complaints from me.',
    'This is not a formal complaint, just a question.',
    "I don't want to make a complaint.",
    'I have nothing to make a complaint about.',
    'A formal dinner. My complaint',
    'Make a note. A complaint',
  ])('not: %s', (text) => {
    expect(matchedPhrases(text, english)).toEqual([]);
  });
});

test.each([
  'Thanks!\n\nOn Mon, 30 Mar 2026 at 17:00, Sam <sam@example.com> wrote:\nThis is a formal complaint.',
  'Thanks!\n\nOn Mon, 30 Mar 2026 at 17:00, Sam <sam@example.com>\nwrote:\nThis is a formal complaint.',
  'Danke.\n> formal complaint',
  'Danke\n\nVon: Sam\nGesendet: Montag\nAn: Hilfe\n\nformal complaint',
  'From: Sam\nSent: Monday\n\nformal complaint',
])('an earlier mail that is quoted does not count: %j', (text) => {
  expect(matchedPhrases(text, english)).toEqual([]);
});

test('a line that only looks like a heading does count', () => {
  expect(matchedPhrases('From: my flat, this is a formal complaint\nOn Monday I called:', english)).toEqual([
    'formal complaint',
  ]);
});

test('no text and no list of phrases breaks it', () => {
  const piece = fc.constantFrom(
    'ein',
    'beschwere ',
    'mich ',
    'nicht ',
    'a ',
    '\n',
    '. ',
    '>',
    'ß',
    '’',
    'On wrote:',
  );
  const text = fc
    .array(fc.tuple(piece, fc.integer({ min: 1, max: 2000 })), { maxLength: 8 })
    .map((pieces) => pieces.map(([word, times]) => word.repeat(times)).join(''));
  fc.assert(
    fc.property(text, fc.array(fc.string(), { maxLength: 5 }), (hostile, phrases) => {
      for (const match of matchedPhrases(hostile, [...phrases, ...german])) expect(match).not.toBe('');
    }),
    { numRuns: 40 },
  );
});
