import { describe, expect, it } from 'vitest';
import { EVENT_TAGS, SERVICE_TAGS } from '../../../domain/terms.ts';
import { FIELDS } from '../../../server/provision/definition/fields.ts';
import { LANGUAGES, languageOf } from '../../../server/provision/definition/language.ts';
import { MACROS } from '../../../server/provision/definition/macros.ts';
import { VIEWS } from '../../../server/provision/definition/views.ts';

const MUST_CHECK_ONE_OF = ['status', 'type', 'group_id', 'assignee_id', 'requester_id'];

/** Options whose word is the same in another language. */
const SAME_IN_ENGLISH = ['E-mail', 'Contract'];

describe('the definition', () => {
  it('uses every tag for one thing only, since a tag serves one field', () => {
    const tags = [
      ...FIELDS.flatMap(({ options }) => options.map(({ value }) => value)),
      ...Object.values(SERVICE_TAGS),
      'formal_complaint',
    ];
    expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([]);
    expect(tags.filter((tag) => !/^[a-z_]+$/u.test(tag))).toEqual([]);
    // By the drop-down that says what a reply is.
    expect(tags).toEqual(expect.arrayContaining(Object.values(EVENT_TAGS)));
  });

  it('gives no two objects of a kind the same title, in any language', () => {
    for (const objects of [FIELDS, MACROS, VIEWS]) {
      for (const language of LANGUAGES) {
        const titles = objects.map(({ title }) => title[language]);
        expect(new Set(titles).size).toBe(titles.length);
      }
    }
  });

  it.each(VIEWS)('keeps the view $key within what Zendesk allows', ({ conditions, layout, plainLayout }) => {
    expect(conditions.all.some(({ field }) => MUST_CHECK_ONE_OF.includes(field))).toBe(true);
    for (const { columns } of [layout((key) => key), plainLayout((key) => key)]) {
      expect(columns.length).toBeLessThanOrEqual(10);
      expect(new Set(columns).size).toBe(columns.length);
    }
    expect(['due_date', 'created', 'updated']).toContain(plainLayout((key) => key).sort_by);
  });

  it('says everything in each language, and nothing in English by oversight', () => {
    const everything = [...FIELDS, ...MACROS, ...VIEWS].map(({ title }) => title);
    const options = FIELDS.flatMap((field) => field.options.map(({ name }) => name));
    for (const language of LANGUAGES.filter((one) => one !== 'en')) {
      for (const said of [...everything, ...options]) expect(said[language]).not.toBe('');
      expect(everything.filter((said) => said[language] === said.en)).toEqual([]);
      const same = options.filter((said) => said[language] === said.en).map(({ en }) => en);
      expect(same.filter((name) => !SAME_IN_ENGLISH.includes(name))).toEqual([]);
    }
    const french = [...everything, ...options].map(({ fr }) => fr);
    expect(french.filter((text) => / [:;?!»]|« /u.test(text))).toEqual([]);
    expect(FIELDS.find(({ key }) => key === 'stage')?.title.fr).toBe('Réclamation\u202f: étape');
  });

  it('knows a language by any of its locales', () => {
    expect(['de', 'de-AT', 'en-GB', 'EN_us', 'es-419', 'fr-ca', 'nl-BE'].map(languageOf)).toEqual([
      'de',
      'de',
      'en',
      'en',
      'es',
      'fr',
      'nl',
    ]);
    expect(['den', 'pt-BR'].map(languageOf)).toEqual([undefined, undefined]);
  });
});
