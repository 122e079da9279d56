import { describe, expect, it } from 'vitest';
import { companySchema } from '../../../domain/company.ts';
import { guessLanguage } from '../../../domain/text/guess-language.ts';
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
const FACTS = [
  'Communications Ombudsman',
  'https://ombudsman.example',
  'https://fibre.example/complaints',
  'https://authority.example/complain',
  'mailto:appeals@fibre.example',
  '1 High Street',
  'PO Box 1 &amp; 2',
  'Fibre &amp; Sons',
  '24 ',
  '3 ',
  '7 ',
  '6 ',
  '12 ',
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

/** The skeleton of a letter: its elements, links, placeholders and places, without a word of it. */
const shapeOf = (html = ''): string =>
  [...html.matchAll(/<[^>]+>|\{\{.*?\}\}|\[…/gu)].map(([mark]) => mark).join('');

/** Common words of a language that the others do not have, or have in other contexts than ours. */
const TELLTALE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|your|you|we|with|which|this|what|complaint|reference|appeal)\b/iu,
  de: /(?<!\p{L})(?:und|wir|Ihre|Ihnen|nicht|wenn|oder|das|ist|Beschwerde)(?!\p{L})/u,
  es: /(?<!\p{L})(?:usted|su|nuestra|reclamación|hemos|que|para|los|el)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:vous|nous|votre|réclamation|avons|les|pour|et|ce)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:uw|wij|klacht|niet|voor|het|een|hebben|van)(?!\p{L})/iu,
};

/** The prose of a letter alone: what the company and the policy have said is the same in every language. */
const proseOf = (html: string): string =>
  html
    .replace(/\{\{.*?\}\}|<a .*?<\/a>|<[^>]+>/gu, ' ')
    .replace(
      /Fibre &amp; Sons|PO Box 1 &amp; 2|Communications Ombudsman|Information Commissioner|1 High Street/gu,
      ' ',
    );

describe.each(inAllLanguages)('the prose of $key in $language', ({ key, language, html }) => {
  it('has the skeleton of the English letter', () => {
    expect(shapeOf(html)).toBe(shapeOf(letters()[key]?.en));
    const bare = letters(BARE_COMPANY)[key];
    expect(shapeOf(bare?.[language])).toBe(shapeOf(bare?.en));
  });

  it('is in its own language and no other', () => {
    const prose = proseOf(html);
    expect(prose).toMatch(TELLTALE[language] ?? /never/u);
    // The other way round it can't be told as easily: the five share short words.
    if (language !== 'en') expect(prose.match(TELLTALE.en ?? /never/u)).toBeNull();
    if (language !== 'de') expect(prose.match(TELLTALE.de ?? /never/u)).toBeNull();
    expect(guessLanguage(prose)).toBe(language);
  });

  it('is printed as its language is', () => {
    expect(html).not.toMatch(/[^.] {2,}|\s<\/p>|['"](?![^<]*>)|\.{3}/u);
    expect(html).not.toMatch(/undefined|\[object/u);
    if (language === 'fr') {
      expect(html).not.toMatch(/ [:;?!»]|« /u);
      expect(proseOf(html)).not.toMatch(/[^\s\u202f][;?!»]|\p{L}:/u);
    } else expect(html).not.toMatch(/\s[:;?!]/u);
  });

  it('draws on every fact that the English letter draws on', () => {
    const told = (text = '') => Object.fromEntries(FACTS.map((fact) => [fact, text.split(fact).length]));
    expect(told(html)).toEqual(told(letters()[key]?.en));
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
    for (const content of Object.values(letters()))
      for (const language of LANGUAGES) expect(placesOf(content[language])).toBe(placesOf(content.en));
    expect(placesOf(letters().status_update?.en)).toBe(3);
    expect(placesOf(letters().response_upheld?.en)).toBe(3);
    expect(placesOf(letters().response_partly_upheld?.en)).toBe(4);
    expect(placesOf(letters().response_not_upheld?.en)).toBe(3);
    expect(placesOf(letters().adr_letter?.en)).toBe(1);
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
    expect(letters().acknowledgement?.es).toContain('en un plazo de 3 días laborables desde este mensaje');
    expect(letters().acknowledgement?.fr).toContain(
      'dans un délai de 3 jours ouvrés à compter de ce message',
    );
    expect(letters().acknowledgement?.nl).toContain('binnen 3 werkdagen na dit bericht');
    expect(acknowledgement?.es).toContain('en un plazo de 1 día laborable desde');
    expect(acknowledgement?.fr).toContain('dans un délai de 1 jour ouvré à compter');
    expect(acknowledgement?.nl).toContain('binnen 1 werkdag na');
    expect(letters().how_to_complain?.nl).toContain('Binnen 24 uur bevestigen');
  });

  it('tell a caller the form and the address', () => {
    const html = letters().how_to_complain?.en;
    expect(html).toContain('<a href="https://fibre.example/complaints?lang=en&amp;from=letter">');
    expect(html).toContain('Fibre &amp; Sons Complaints, 1 High Street, Sheffield S1 1AA');
  });

  it('name the ombudsman where the company has said who that is, and ask the agent where it has not', () => {
    expect(letters().response_upheld?.en).toContain('Communications Ombudsman');
    expect(letters().response_upheld?.en).toContain('6 weeks after you first complained');
    const bare = letters(BARE_COMPANY).response_upheld;
    expect(bare?.en).toContain('[…the ombudsman');
    expect(bare?.de).toContain('[…zuständige Verbraucherschlichtungsstelle');
    expect(bare?.en).not.toContain('mailto:');
  });

  it('say what the policy says in their language, and in English where it says it in no other', () => {
    const { ombudsman } = COMPANY;
    if (!ombudsman) throw new Error('the company has an ombudsman');
    const note = { en: 'Free for you.', de: 'Für Sie kostenlos.', fr: 'Gratuit pour vous !' };
    const { adr_letter } = letters({ ...COMPANY, ombudsman: { ...ombudsman, note } });
    expect(adr_letter?.de).toContain('Für Sie kostenlos.');
    expect(adr_letter?.fr).toContain('Gratuit pour vous\u202f!');
    expect(adr_letter?.nl).toContain('<p>Free for you.</p>');
  });

  it('say in the ADR letter whom to turn to, that it is free and independent, how, and until when', () => {
    const { adr_letter } = letters();
    for (const part of ['Communications Ombudsman', 'free of charge', 'independent', 'within 12 months'])
      expect(adr_letter?.en).toContain(part);
    for (const part of ['Communications Ombudsman', 'kostenlos', 'unabhängig', 'innerhalb von 12 Monaten'])
      expect(adr_letter?.de).toContain(part);
    expect(adr_letter?.en).toContain('<li>PO Box 1 &amp; 2, Warrington</li><li>Telephone 0330 000 0000</li>');
    const bare = letters(BARE_COMPANY).adr_letter;
    expect([placesOf(bare?.en), placesOf(bare?.de)]).toEqual([2, 2]);
  });

  it('ask for the evidence that the policy asks for, and name the authority for personal data', () => {
    const few = letters(COMPANY, { ...PROMISES, evidence: ['phones'] }).ask_evidence;
    expect(few?.en).toContain('the phone numbers you called from');
    expect(few?.de).not.toContain('die Namen der Personen bei uns');
    expect(letters().ask_evidence?.de).toContain('die Namen der Personen bei uns');
    expect(letters().data_protection?.de).toContain(
      'Datenschutzaufsicht, <a href="https://authority.example',
    );
    expect(placesOf(letters(BARE_COMPANY).data_protection?.en)).toBe(1);
  });
});

describe('the company settings', () => {
  const given = { name: 'ASK4', complaintFormUrl: 'https://ask4.example/c', postalAddress: ['Sheffield'] };

  it('are read from outside data', () => {
    expect(
      companySchema.parse({
        ...given,
        ombudsman: { ...COMPANY.ombudsman, after: '6 weeks', until: '12 months' },
      }),
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
