import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVIDENCE_KINDS } from '../../../domain/guidance.ts';
import { findEvidence } from '../../../domain/text/evidence.ts';

/** Letters, digits and signs that the expressions care for, repeated: where a careless one would go back and forth. */
const hostile = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '0',
        '01 ',
        '+44',
        ' ',
        '\n',
        '(',
        ')',
        '-',
        '/',
        '.',
        ',',
        ':',
        '@',
        '#',
        '>',
        'a',
        'A',
        'Ää ',
        'Mr ',
        'Mr. Mr ',
        'ticket',
        'ticket no',
        'Dear ',
        'mit Herrn ',
        'on ',
        'wrote:',
        'Mon, ',
        '1 April ',
        '1.',
        'a.',
        'a@',
        'from your ',
      ),
      fc.integer({ min: 1, max: 1500 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.map(([piece, times]) => piece.repeat(times)).join(''));

test('every finding is a piece of the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const found = findEvidence(text, { agents: ['A.*(b Weber'], customer: '(+' });
      for (const kind of EVIDENCE_KINDS) {
        for (const { from, until, text: piece } of found[kind]) expect(text.slice(from, until)).toBe(piece);
      }
    }),
    { numRuns: 30 },
  );
});
