import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainAdvice } from '../../domain/text/plain-language.ts';
import { sentencesOf, wordsIn } from '../../domain/text/sentences.ts';

const rules = {
  words: [
    { word: 'terminate', plain: 'end' },
    { word: 'in accordance with', plain: 'under' },
    { word: 'accordance', plain: 'agreement' },
    { word: 'bezüglich', plain: 'zu' },
    { word: 'schnellstmöglich', plain: 'so bald wie möglich, mit Datum' },
    { word: 'SLA', plain: 'the time we promise' },
  ],
  longSentence: 10,
};

test('hard words are named as they stand in the text, in its order, with plainer ones', () => {
  const text =
    'Your schnellstmögliche answer Bezüglich of the contract we Terminated\nin accordance  with the SLA.';
  expect(plainAdvice(text, { ...rules, longSentence: 0 })).toEqual([
    { kind: 'word', found: 'schnellstmögliche', plain: 'so bald wie möglich, mit Datum' },
    { kind: 'word', found: 'Bezüglich', plain: 'zu' },
    { kind: 'word', found: 'Terminated', plain: 'end' },
    { kind: 'word', found: 'in accordance with', plain: 'under' },
    { kind: 'word', found: 'SLA', plain: 'the time we promise' },
  ]);
});

test('a word inside another is none, and each is named once', () => {
  expect(plainAdvice('Slack, sla, SLAs and SLA, the exterminator, unbezüglich', rules)).toEqual([
    { kind: 'word', found: 'SLAs', plain: 'the time we promise' },
  ]);
});

test('sentences of more words than the policy likes are named by their beginning', () => {
  const short = 'We are sorry. The engineer did not come on Monday.';
  const long = 'Since then, we have asked the depot twice and have heard nothing at all from them.';
  expect(plainAdvice(`${short} ${long}`, rules)).toEqual([
    { kind: 'sentence', start: 'Since then we have asked', words: 16 },
  ]);
  expect(plainAdvice('one two three four five six seven eight nine ten.', rules)).toEqual([]);
  expect(plainAdvice('one two three four five six seven eight nine ten eleven.', rules)).toHaveLength(1);
});

test.each([
  ['Call us, e.g. On Monday. Or write.', ['Call us, e.g. On Monday.', 'Or write.']],
  ['Rufen Sie an, z. B. Montag. Oder schreiben Sie.', ['Rufen Sie an, z. B. Montag.', 'Oder schreiben Sie.']],
  ['Wir prüfen z.B. Ihre Rechnung, d. h. Alles.', ['Wir prüfen z.B. Ihre Rechnung, d. h. Alles.']],
  ['Am 3. April kam Hr. Weber nicht. Er rief an.', ['Am 3. April kam Hr. Weber nicht.', 'Er rief an.']],
  ['Your bill of 2026. It was wrong.', ['Your bill of 2026.', 'It was wrong.']],
  ['It cost 25.00 pounds at ask4.com. Sorry!', ['It cost 25.00 pounds at ask4.com.', 'Sorry!']],
  ['Mr. J. Byrne asked: “Why?” We answer.', ['Mr. J. Byrne asked: “Why?”', 'We answer.']],
  ['Router, cables etc. are yours. Keep them.', ['Router, cables etc. are yours.', 'Keep them.']],
  ['Dear Ms Patel\n\nWe are sorry', ['Dear Ms Patel', 'We are sorry']],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('words are counted as people count them', () => {
  expect(wordsIn('We don’t owe £25.00 at 14:30, z.B. for the e-mail.')).toHaveLength(10);
});

test('no text is lost in splitting, whatever it holds', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '1', 'z', '”', '!', 'é') });
  fc.assert(
    fc.property(letters, (text) => {
      expect(sentencesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('a hostile text takes no longer than its length', () => {
  for (const text of ['z. '.repeat(60_000), 'a'.repeat(200_000), '. '.repeat(90_000), 'a.'.repeat(90_000)]) {
    expect(sentencesOf(text).length).toBeLessThanOrEqual(text.length);
    plainAdvice(text, rules);
    wordsIn(text);
  }
});
