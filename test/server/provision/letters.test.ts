import { describe, expect, it } from 'vitest';
import { companySchema } from '../../../domain/company.ts';
import { LANGUAGES } from '../../../server/provision/definition/language.ts';
import { PLACE_TO_FILL } from '../../../server/provision/definition/places.ts';
import { textDefinitions } from '../../../server/provision/definition/texts/index.ts';
import { BARE_COMPANY, COMPANY, PROMISES } from './company.ts';

const PLACEHOLDERS = /\{\{(.*?)\}\}/gu;
const letters = (company = COMPANY, promises = PROMISES) =>
  Object.fromEntries(textDefinitions(company, promises).map(({ key, content }) => [key, content]));
const inAllLanguages = LANGUAGES.flatMap((language) =>
  Object.entries(letters()).map(([key, content]) => ({ key, language, html: content[language] })),
);
const placeholdersOf = (html = ''): string[] => [
  ...new Set([...html.matchAll(PLACEHOLDERS)].map(([, name = '']) => name)),
];
const placesOf = (html = ''): number => html.split(PLACE_TO_FILL).length - 1;

describe.each(inAllLanguages)('the letter $key in $language', ({ html }) => {
  it('is one line of balanced HTML', () => {
    expect(html).not.toContain('\n');
    for (const tag of ['p', 'ul', 'li', 'strong', 'a']) {
      const opened = html.match(new RegExp(`<${tag}[ >]`, 'gu')) ?? [];
      const closed = html.match(new RegExp(`</${tag}>`, 'gu')) ?? [];
      expect(closed.length, tag).toBe(opened.length);
    }
  });

  it('names the reference number and the company, escaped', () => {
    expect(html).toContain('{{ticket.id}}');
    expect(html).toContain('Fibre &amp; Sons');
    expect(html).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/u);
  });

  it('marks each place to fill in the way the sidebar looks for', () => {
    for (const opening of html.matchAll(/\[/gu)) expect(html.slice(opening.index)).toMatch(/^\[…[^\]]+…\]/u);
  });
});

describe('the letters', () => {
  it.each(
    LANGUAGES,
  )('acknowledge in %s with nothing that the customer wrote, and nothing left to fill in', (language) => {
    const html = letters().acknowledgement?.[language];
    expect(placeholdersOf(html)).toEqual(['ticket.id']);
    expect(placesOf(html)).toBe(0);
  });

  it('leave the agent the same places in every language', () => {
    for (const content of Object.values(letters())) expect(placesOf(content.de)).toBe(placesOf(content.en));
    expect(placesOf(letters().status_update?.en)).toBe(3);
    expect(placesOf(letters().response?.en)).toBe(4);
    expect(placesOf(letters().how_to_complain?.en)).toBe(0);
  });

  it('promise what the policy promises', () => {
    const promises = {
      ...PROMISES,
      update: { amount: 1, unit: 'working_days' },
      response: { amount: 2, unit: 'weeks' },
    } as const;
    const { acknowledgement, status_update } = letters(COMPANY, promises);
    expect(letters().acknowledgement?.en).toContain('within 3 working days of this message');
    expect(acknowledgement?.en).toContain('within 1 working day of this message');
    expect(acknowledgement?.de).toContain('Innerhalb von 1 Arbeitstag nach dieser Nachricht');
    expect(status_update?.de).toContain('innerhalb von 2 Wochen nach unserem ersten Zwischenstand');
  });

  it('tell a caller the form and the address', () => {
    const html = letters().how_to_complain?.en;
    expect(html).toContain('<a href="https://fibre.example/complaints?lang=en&amp;from=letter">');
    expect(html).toContain('Fibre &amp; Sons Complaints, 1 High Street, Sheffield S1 1AA');
  });

  it('name the ombudsman where the company has said who that is, and ask the agent where it has not', () => {
    expect(letters().response?.en).toContain('Communications Ombudsman');
    expect(letters().response?.en).toContain('6 weeks after you first complained');
    const bare = letters(BARE_COMPANY).response;
    expect(bare?.en).toContain('[…the ombudsman');
    expect(bare?.de).toContain('[…zuständige Verbraucherschlichtungsstelle');
    expect(bare?.en).not.toContain('mailto:');
  });
});

describe('the company settings', () => {
  const given = { name: 'ASK4', complaintFormUrl: 'https://ask4.example/c', postalAddress: ['Sheffield'] };

  it('are read from outside data', () => {
    expect(
      companySchema.parse({ ...given, ombudsman: { ...COMPANY.ombudsman, after: '6 weeks' } }),
    ).toMatchObject({
      name: 'ASK4',
      ombudsman: { after: { amount: 6, unit: 'weeks' } },
    });
  });

  it.each([
    ['a placeholder, which Zendesk would fill in', { name: '{{ticket.title}}' }],
    ['a link that is none', { complaintFormUrl: 'javascript:alert(1)' }],
    ['no address', { postalAddress: [] }],
  ])('refuse %s', (_, fault) => {
    expect(companySchema.safeParse({ ...given, ...fault }).success).toBe(false);
  });
});
