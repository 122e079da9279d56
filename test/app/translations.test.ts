import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../app/ui/language.ts';
import { createWhen } from '../../app/ui/when.ts';
import { localDate } from '../../domain/index.ts';
import de from '../../translations/de.json' with { type: 'json' };
import en from '../../translations/en.json' with { type: 'json' };
import es from '../../translations/es.json' with { type: 'json' };
import fr from '../../translations/fr.json' with { type: 'json' };
import nl from '../../translations/nl.json' with { type: 'json' };
import { languageFor } from './support/languages.ts';
import { at } from './support/records.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => {
      const name = path === '' ? key : `${path}.${key}`;
      return typeof value === 'string' ? [[name, value] as const] : [...leaves(value, name)];
    }),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parts of a message that stand for values, those within plurals included. */
function valuesIn(message: string): Node[] {
  const inside = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node) => [
      node,
      ...('options' in node ? Object.values(node.options).flatMap(({ value }) => inside(value)) : []),
    ]);
  return inside(new IntlMessageFormat(message, 'en').getAst()).filter(
    (node) => 'value' in node && node.type !== 0,
  );
}

/** The names of a message's values with their kinds, such as `n plural`. */
function argumentsOf(message: string): string[] {
  const kinds: Record<number, string> = {
    1: 'text',
    2: 'number',
    3: 'date',
    4: 'time',
    5: 'select',
    6: 'plural',
  };
  return [
    ...new Set(valuesIn(message).map((node) => `${'value' in node ? node.value : ''} ${kinds[node.type]}`)),
  ].sort();
}

/** The plural forms that are wrong in this language: one that it lacks, or one that is missing beside `one`. */
function wrongForms(message: string, language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return valuesIn(message).flatMap((node) => {
    if (!('pluralType' in node)) return [];
    const forms = Object.keys(node.options).filter((form) => !form.startsWith('='));
    const wanted: readonly string[] = forms.includes('one') ? pluralCategories : ['other'];
    return [...new Set([...forms, ...wanted])].filter(
      (form) => !forms.includes(form) || !wanted.includes(form),
    );
  });
}

/** Whether it is a text of the user interface: of the sidebar and shared (`ui`), or of the leads' page. */
const isShown = (key: string): boolean => /^(ui|dashboard)\./.test(key);
/** The name by which the code asks for it. */
const nameOf = (key: string): string => key.slice(key.indexOf('.') + 1);

const files = { en, de, es, fr, nl };
const english = leaves(en);
const texts = LANGUAGES.map((language) => ({ language, all: leaves(files[language]) }));
const others = texts.filter(({ language }) => language !== 'en');
const code = sources(new URL('../../app', import.meta.url).pathname).join('\n');

describe.each(others)('$language', ({ language, all }) => {
  test('has the texts of English, no more and no less', () => {
    expect([...all.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('takes the same values', () => {
    const taken = (from: Map<string, string>) =>
      [...from]
        .filter(([key]) => isShown(key))
        .map(([key, text]) => `${key}: ${argumentsOf(text).join(', ')}`);
    expect(taken(all)).toEqual(taken(english));
  });

  test('is not English: a text of more than one word is translated', () => {
    const same = [...all].filter(
      ([key, text]) => text === english.get(key) && /\p{L}{2,} \p{L}{2,}/u.test(text.replace(/\{.*\}/g, '')),
    );
    expect(same.map(([key]) => key).filter((key) => !PROPER.includes(key))).toEqual([]);
  });

  test('speaks to the agent formally', () => {
    const familiar = FAMILIAR[language];
    expect([...all].filter(([, text]) => familiar?.test(text))).toEqual([]);
  });
});

/** The product's name. */
const PROPER = ['app.name', 'ui.common.title'];

const FAMILIAR: Readonly<Record<string, RegExp>> = {
  de: /(?<!\p{L})(du|dir|dich|dein\p{L}*)(?!\p{L})/iu,
  es: /(?<!\p{L})(tú|tu|tus|te|ti)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|te|ton|ta|tes|toi)(?!\p{L})/iu,
  nl: /(?<!\p{L})(je|jij|jou|jouw)(?!\p{L})/iu,
};

describe.each(texts)('$language as ICU', ({ language, all }) => {
  test('no text is empty, has spaces at its ends or two in a row', () => {
    expect([...all].filter(([, text]) => text === '' || text !== text.trim() || / {2}/.test(text))).toEqual(
      [],
    );
  });

  test('plurals have the forms of the language', () => {
    const wrong = [...all]
      .filter(([key]) => key.startsWith('ui.'))
      .map(([key, text]) => `${key}: ${wrongForms(text, language)}`)
      .filter((line) => !line.endsWith(': '));
    expect(wrong).toEqual([]);
  });
});

test('the checks find what they look for', () => {
  expect(argumentsOf('{n, plural, =1 {{day}} other {# {time}}}')).toEqual([
    'day text',
    'n plural',
    'time text',
  ]);
  expect(wrongForms('{n, plural, one {# hora} other {# horas}}', 'es')).toEqual(['many']);
  expect(wrongForms('{n, plural, one {#} many {#} other {#}}', 'en')).toEqual(['many']);
  expect(wrongForms('{n, plural, =0 {none} other {#}}', 'fr')).toEqual([]);
});

describe('use', () => {
  test('every text of the user interface is used', () => {
    const names = [...english.keys()].filter(isShown).map(nameOf);
    expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });

  test('every text that the code asks for is there, and each is named in full', () => {
    const groups = new Set([...Object.keys(en.ui), ...Object.keys(en.dashboard)]);
    const names = new Set([...english.keys()].filter(isShown).map(nameOf));
    // The page of the leads has both: a group of the same name would hide the other.
    expect(groups.size).toBe(Object.keys(en.ui).length + Object.keys(en.dashboard).length);
    const asked = [...code.matchAll(/'([A-Za-z]+\.[A-Za-z_]+)'/g)]
      .map(([, name = '']) => name)
      .filter((name) => groups.has(name.split('.')[0] ?? ''));
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
    // A name put together would pass unseen by both of these tests.
    expect(code.match(/`[A-Za-z]+\.\$\{|`\$\{\w+\}\.[a-z]/g) ?? []).toEqual([]);
  });

  test('what Zendesk asks of a package is there: name, descriptions, a label for each setting', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));
    const wanted = ['name', 'short_description', 'long_description', 'installation_instructions'];
    const labels = manifest.parameters.map(({ name }: { name: string }) => `parameters.${name}.label`);
    for (const { language, all } of texts) {
      for (const key of [...wanted, ...labels])
        expect(all.get(`app.${key}`), `${language} ${key}`).toBeTruthy();
      expect(all.get('app.short_description')?.length, language).toBeLessThanOrEqual(80);
    }
  });
});

describe('words', () => {
  test('German says „Arbeitstag“, never „Werktag“, and no „Bescheid“ or „Widerspruch“ for our terms', () => {
    expect(
      [...leaves(de).values()].filter((text) => /werktag|widerspruch|formeller bescheid/i.test(text)),
    ).toEqual([]);
  });

  test('French keeps its signs with their words: no line begins with one', () => {
    expect([...leaves(fr)].filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
  });
});

describe('locales', () => {
  test.each([
    ['de', 'de', 'de-DE'],
    ['de-AT', 'de', 'de-AT'],
    ['en-us', 'en', 'en-US'],
    ['en-us-x-gradeschool', 'en', 'en-GB'],
    ['es-419', 'es', 'es-419'],
    ['es_MX', 'es', 'es-MX'],
    ['fr-ca', 'fr', 'fr-CA'],
    ['nl-BE', 'nl', 'nl-BE'],
    ['pt', 'en', 'en-GB'],
    ['den', 'en', 'en-GB'],
    ['', 'en', 'en-GB'],
  ])('"%s" reads %s and writes dates as %s', (locale, language, tag) => {
    expect(languageFor(locale)).toMatchObject({ code: language, tag });
  });

  test.each([
    ['en-GB', 'Tue 7 Apr, 09:41', 'Sat 4 – Sun 5 Apr', '2 working days'],
    ['en-US', 'Tue, Apr 7, 09:41 AM', 'Sat, Apr 4 – Sun, Apr 5', '2 working days'],
    ['de', 'Di., 7. Apr., 09:41', 'Sa., 4. – So., 5. Apr.', '2 Arbeitstage'],
    ['es', 'mar 7 abr, 09:41', 'sáb 4 – dom 5 abr', '2 días hábiles'],
    ['fr', 'mar. 7 avr., 09:41', 'sam. 4 – dim. 5 avr.', '2 jours ouvrés'],
    ['nl-BE', 'di 7 apr, 09:41', 'za 4 – zo 5 apr', '2 werkdagen'],
  ])('dates of %s: %s', (locale, moment, days, length) => {
    const language = languageFor(locale);
    const when = createWhen(language, 'Europe/Brussels');
    expect(when.moment(at('2026-04-07T07:41:00Z'))).toBe(moment);
    expect(when.days(localDate('2026-04-04'), localDate('2026-04-05'))).toBe(days);
    expect(language.say('why.workingDays', { n: 2 })).toBe(length);
  });
});
