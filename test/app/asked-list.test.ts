import { describe, expect, test } from 'vitest';
import { onlyAsked } from '../../app/sidebar/draft/asked-list.ts';
import { htmlToLines } from '../../app/zaf/html-text.ts';
import { ASKED_ITEMS, type AskedItem } from '../../domain/asked-items.ts';
import { EVIDENCE_KINDS } from '../../domain/guidance.ts';
import { LANGUAGES } from '../../server/provision/definition/language.ts';
import { textDefinitions } from '../../server/provision/definition/texts/index.ts';
import { COMPANY, PROMISES } from '../server/provision/company.ts';

const letter = textDefinitions(COMPANY, PROMISES).find(({ key }) => key === 'ask_evidence')?.content;
const ITEMS = ['summary', ...EVIDENCE_KINDS] as const;
const itemsIn = (html = ''): string[] => [...html.matchAll(/<li>(.*?)<\/li>/gu)].map(([, item = '']) => item);

describe.each(LANGUAGES)('the letter that asks for evidence, in %s', (language) => {
  const whole = letter?.[language] ?? '';
  const rest = whole.replace(/<ul>.*<\/ul>/u, '');

  test.each(ITEMS)('asks for %s alone where nothing else is missing', (item) => {
    const html = onlyAsked(whole, [item]);
    expect(itemsIn(html)).toEqual([ASKED_ITEMS[language][item].replaceAll(' :', '\u202f:')]);
    expect(html.replace(/<ul>.*<\/ul>/u, '')).toBe(rest);
  });

  test('asks for all that is missing, in the order of the letter', () => {
    expect(onlyAsked(whole, ITEMS)).toBe(whole);
    const few: AskedItem[] = ['emails', 'times', 'staff'];
    expect(itemsIn(onlyAsked(whole, few))).toHaveLength(3);
    expect(itemsIn(whole).filter((item) => itemsIn(onlyAsked(whole, few)).includes(item))).toEqual(
      itemsIn(onlyAsked(whole, few)),
    );
  });
});

describe('a letter in an account’s own words', () => {
  const list = (...items: string[]) => `<p>Please send:</p><ul>${items.join('')}</ul><p>Thank you</p>`;

  test('goes in whole where its list is another, or none', () => {
    const own = list('<li>your bill</li>', '<li>a photo</li>');
    expect(onlyAsked(own, ['phones'])).toBe(own);
    expect(onlyAsked('<p>Please send us what helps.</p>', ['phones'])).toBe(
      '<p>Please send us what helps.</p>',
    );
    // Nothing that is missing stands in the list: a letter that asks for nothing helps nobody.
    const other = list(`<li>${ASKED_ITEMS.en.staff}</li>`);
    expect(onlyAsked(other, ['phones'])).toBe(other);
  });

  test('keeps what it adds, and leaves out ours as an editor may have it', () => {
    const mixed = list(
      `<li class="x" style="color:red"><p>${ASKED_ITEMS.fr.summary.replaceAll('’', "'")}&nbsp;;</p></li>`,
      '<li>une photo</li>',
      `<li>Les numéros de téléphone depuis lesquels vous avez appelé.</li>`,
    );
    expect(onlyAsked(mixed, ['staff'])).toBe(list('<li>une photo</li>'));
    expect(onlyAsked(mixed, ['phones'])).not.toContain('résumé');
    expect(onlyAsked(mixed, ['phones'])).toContain('téléphone');
  });
});

test('on paper the items of a list stand apart', () => {
  expect(htmlToLines('<p>Please send</p><ul><li>one</li><li>two</li></ul><p>Thanks</p>')).toBe(
    'Please send\n\n• one\n• two\n\nThanks',
  );
});
