import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { numberAt } from '../support/read.ts';
import { AGENT } from '../support/seed.ts';
import { accountWithMacros, ENGLISH_LOCALE, GERMAN_LOCALE } from './account-with-macros.ts';

const { account, macro, applied } = accountWithMacros();

describe('dynamic content', () => {
  test('variants are added, changed and deleted; the default one stays', async () => {
    const made = await account.api.post('/dynamic_content/items', {
      item: {
        name: 'Second Item',
        default_locale_id: ENGLISH_LOCALE,
        variants: [{ locale_id: ENGLISH_LOCALE, default: true, content: 'Hello' }],
      },
    });
    const path = `/dynamic_content/items/${numberAt(made.body, 'item.id')}`;
    expect(made.body).toMatchObject({
      item: {
        placeholder: '{{dc.second_item}}',
        variants: [{ content: 'Hello', default: true, locale_id: ENGLISH_LOCALE }],
      },
    });
    const german = { locale_id: GERMAN_LOCALE, content: 'Hallo', active: true };
    const added = await account.api.post(`${path}/variants`, { variant: german });
    expect(added.status).toBe(201);
    const variant = numberAt(added.body, 'variant.id');
    await account.api.put(`${path}/variants/${variant}`, { variant: { content: 'Guten Tag' } });
    expect((await account.api.get(path)).body).toMatchObject({
      item: { variants: [{ content: 'Hello' }, { content: 'Guten Tag', default: false }] },
    });
    const again = { locale_id: GERMAN_LOCALE, content: 'x' };
    expect((await account.api.post(`${path}/variants`, { variant: again })).status).toBe(422);
    const first = numberAt(made.body, 'item.variants.0.id');
    expect((await account.api.delete(`${path}/variants/${first}`)).status).toBe(422);
    expect((await account.api.delete(`${path}/variants/${variant}`)).status).toBe(204);
  });

  test('names are taken once, renaming keeps the placeholder, plain agents are kept out', async () => {
    const item = {
      name: 'taken',
      default_locale_id: ENGLISH_LOCALE,
      variants: [{ locale_id: ENGLISH_LOCALE, content: 'x' }],
    };
    const id = numberAt((await account.api.post('/dynamic_content/items', { item })).body, 'item.id');
    expect((await account.api.post('/dynamic_content/items', { item })).status).toBe(422);
    expect(
      (await account.api.put(`/dynamic_content/items/${id}`, { item: { name: 'renamed' } })).body,
    ).toMatchObject({ item: { name: 'renamed', placeholder: '{{dc.taken}}' } });
    expect((await (await sessionClient(account.sandbox, AGENT)).get('/dynamic_content/items')).status).toBe(
      403,
    );
  });

  test('variants are made and changed many at once, all or none; another may become the default', async () => {
    const item = { name: 'many', default_locale_id: ENGLISH_LOCALE, content: 'Hello' };
    const id = numberAt((await account.api.post('/dynamic_content/items', { item })).body, 'item.id');
    const path = `/dynamic_content/items/${id}`;
    const french = { locale_id: 16, content: 'Bonjour' };
    const german = { locale_id: GERMAN_LOCALE, content: 'Hallo' };
    expect(
      (await account.api.post(`${path}/variants/create_many`, { variants: [french, french] })).status,
    ).toBe(422);
    expect((await account.api.put(path, { item: { default_locale_id: GERMAN_LOCALE } })).status).toBe(422);
    const made = await account.api.post(`${path}/variants/create_many`, { variants: [french, german] });
    expect(made.body).toMatchObject({ variants: [french, german] });
    const variants = [{ id: numberAt(made.body, 'variants.0.id'), content: 'Salut' }];
    await account.api.put(`${path}/variants/update_many`, { variants });
    const changed = await account.api.put(path, { item: { default_locale_id: GERMAN_LOCALE } });
    expect(changed.body).toMatchObject({
      item: {
        default_locale_id: GERMAN_LOCALE,
        variants: [
          { default: false },
          { content: 'Salut', default: false },
          { content: 'Hallo', default: true },
        ],
      },
    });
    expect(
      (await account.api.get('/dynamic_content/items/show_many?identifiers=dc.many')).body,
    ).toMatchObject({
      items: [{ id }],
    });
  });

  test('a language without a variant, and one that is switched off, fall back to the default', async () => {
    const variants = [
      { locale_id: ENGLISH_LOCALE, content: 'Hello', default: true },
      { locale_id: GERMAN_LOCALE, content: 'Hallo', active: false },
    ];
    const item = { name: 'fallback', default_locale_id: ENGLISH_LOCALE, variants };
    await account.api.post('/dynamic_content/items', { item });
    const id = await macro([{ field: 'comment_value', value: '{{dc.fallback}}' }]);
    expect(await applied(id, 102)).toMatchObject({ comment: { body: 'Hello' } });
  });
});
