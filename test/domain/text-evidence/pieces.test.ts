import { describe, expect, test } from 'vitest';
import type { EvidenceKind } from '../../../domain/guidance.ts';
import { english, words } from './letters.ts';

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
