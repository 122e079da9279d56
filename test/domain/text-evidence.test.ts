import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../domain/guidance.ts';
import { findEvidence } from '../../domain/text/evidence.ts';
import { firstSentences } from '../../domain/text/summary.ts';

const words = (kind: EvidenceKind, text: string, setting = {}): string[] =>
  findEvidence(text, setting)[kind].map((span) => span.text);

const ENGLISH = `Dear Ms Khan,

I wish to complain formally about my broadband at Riverside Court. Activation was promised for 30 March 2026,
between 9am and 1pm, and nobody came. I rang on Tuesday 31 March at about 14:30 and spoke to Daniel from your support
team, who gave me ticket number 48102. On 01/04/2026 I spoke with Mr O'Brien; he opened case REF-2026/114 (#48199).

You can reach me on 07700 900123 or +44 (0)114 496 0123, or by e-mail at my work: s.patel@riverside-flats.co.uk.
My account number is 0114 2345678 and I pay for 1/2 of the flat. I need it 24/7; I work from 192.168.10.24.

Kind regards
Sonal Patel
patel@example.com

On Mon, 30 Mar 2026 at 17:00, ASK4 Support <support@ask4.com> wrote:
> Dear Customer, your ticket #11111 was closed. Call 0333 123 0115. Regards, Tom Baker`;

const GERMAN = `Sehr geehrter Herr Weber,

hiermit lege ich Beschwerde ein. Am 31.3.2026 um 9.15 Uhr habe ich mit Ihrer Mitarbeiterin Frau Öztürk gesprochen,
Vorgangsnummer: 2026-00417. Am Mittwoch, den 1. April rief Ihr Techniker Jan de Vries gegen 14 Uhr an. Seit dem 8.4.
ist der Anschluss tot (Störungsnummer ST4711). Zu Ihrer Anfrage 48222 habe ich nie etwas gehört.

Erreichbar bin ich unter 0221 4710815 / 0171 2345678 oder +49 221 4710816, E-Mail: mieter@hausverwaltung-koeln.de.
Kundennummer 0221998877, IBAN DE89 3704 0044 0532 0130 00, Rechnung 0012345678.

Mit freundlichen Grüßen
Petra Byrne

-----Ursprüngliche Nachricht-----
Von: Support <hilfe@ask4.de>
Ticket 99999`;

const english = { customer: 'Sonal Patel', addresses: ['patel@example.com'], domains: ['ask4.com'] };
const german = { customer: 'Petra Byrne', agents: ['Jonas Weber', 'Amira Shah'] };

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

describe('what is no evidence', () => {
  test.each<[string, EvidenceKind, string]>([
    ['an order number', 'phones', 'Order 01234567890, invoice no. 02079460123, Bestellnummer: 0171 2345678.'],
    ['digits in a row', 'phones', 'The serial is 84726 1947 8837, the meter 3329481 and 0012345678.'],
    ['a date written like a number', 'phones', 'On 01.04.2026 and 08/04/2026 09:30, 2026-04-08.'],
    ['a card or an IBAN', 'phones', 'DE89 3704 0044 0532 0130 00, 4111 1111 1111 1111'],
    [
      'a figure of speech',
      'references',
      'In any case 2 of us, reference to 5 letters, complaint about 12 things.',
    ],
    ['an anchor or an entity', 'references', 'see https://a.example/x#4711 and &#8217;'],
    [
      'fractions, versions, ratios',
      'times',
      'I pay 1/2, use 10.2.1 and 3.5 GB, 24/7, 16:9 and 192.168.10.24.',
    ],
    ['days that no calendar has', 'times', '32.3.2026, 45/13/2026, 2026-13-01, 0.4.2026, 25:00, 14:61'],
    ['a greeting to nobody', 'staff', 'Dear Sir,\nHello Team,\nHi Support!\nSehr geehrte Damen und Herren,'],
    ['a sentence that goes on', 'staff', 'I spoke to the landlord, talked with my flatmate. Hi, I am cross.'],
    ['half an address', 'emails', 'me@localhost, @ask4, a@b, x@@y.com'],
  ])('%s', (_name, kind, text) => {
    expect(words(kind, text)).toEqual([]);
  });

  test('the requester and the company', () => {
    const text =
      'I am Sonal Patel. Mrs Patel here. Write to Patel@Example.com, help@support.ask4.com, x@notask4.com';
    expect(words('staff', text, english)).toEqual([]);
    expect(words('emails', text, english)).toEqual(['x@notask4.com']);
  });
});

describe('pieces', () => {
  test('come once, however they are spelt', () => {
    expect(words('phones', 'Ring 0114 496 0123, (0114) 4960123, +44 114 496 0123.')).toEqual([
      '0114 496 0123',
    ]);
    expect(words('references', '#48102, ticket 48102, Case: 48102')).toEqual(['48102']);
    expect(
      words('staff', 'Dear Daniel,\nI spoke to daniel cole. Daniel Cole from your team', {
        agents: ['Daniel Cole'],
      }),
    ).toEqual(['daniel cole']);
  });

  test('an ambiguous date stays as it was written', () => {
    expect(words('times', 'on 03/04/2026 at 2.30 pm, on 13/04/26 and on 04/13/2026')).toEqual([
      '03/04/2026 at 2.30 pm',
      '13/04/26',
      '04/13/2026',
    ]);
  });

  test('English, German and ISO dates', () => {
    expect(
      words(
        'times',
        'the 1st of April, April 2nd, 2026; Fri, 3 Apr 2026 and 2026-04-05, Sa. 4.4.26, 6. März 2026',
      ),
    ).toEqual([
      '1st of April',
      'April 2nd, 2026',
      'Fri, 3 Apr 2026',
      '2026-04-05',
      'Sa. 4.4.26',
      '6. März 2026',
    ]);
  });
});

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

test('the first sentences make a summary, without greeting and quoted mails', () => {
  expect(firstSentences(ENGLISH, 130)).toBe(
    'I wish to complain formally about my broadband at Riverside Court.',
  );
  expect(firstSentences('Hi,\n\nno internet again')).toBe('no internet again');
  expect(firstSentences('> quoted.\n')).toBe('');
  expect(firstSentences('x'.repeat(500))).toHaveLength(200);
});
