import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

export const dynamicContent: Area = async (walk) => {
  const made = await walk.step('POST /dynamic_content/items', {
    body: {
      item: {
        name: 'Greeting',
        default_locale_id: 1,
        variants: [{ locale_id: 1, default: true, content: 'Hello' }],
      },
    },
  });
  const at = { id: numberAt(made, 'item.id') };
  await walk.step('GET /dynamic_content/items');
  await walk.step('GET /dynamic_content/items/:id', { at });
  await walk.step('PUT /dynamic_content/items/:id', { at, body: { item: { name: 'Salutation' } } });
  await walk.step('GET /dynamic_content/items/:id/variants', { at });
  const locales = await walk.step('GET /locales/:id', { at: { id: 'de' } });
  const variant = await walk.step('POST /dynamic_content/items/:id/variants', {
    at,
    body: { variant: { locale_id: numberAt(locales, 'locale.id'), content: 'Hallo', active: true } },
  });
  await walk.step('GET /dynamic_content/items/show_many', { query: { identifiers: 'greeting' } });
  const french = numberAt(await walk.step('GET /locales/:id', { at: { id: 'fr' } }), 'locale.id');
  const more = await walk.step('POST /dynamic_content/items/:id/variants/create_many', {
    at,
    body: { variants: [{ locale_id: french, content: 'Bonjour', active: true }] },
  });
  await walk.step('PUT /dynamic_content/items/:id/variants/update_many', {
    at,
    body: { variants: [{ id: numberAt(more, 'variants.0.id'), content: 'Salut' }] },
  });
  const one = { ...at, variant: numberAt(variant, 'variant.id') };
  await walk.step('GET /dynamic_content/items/:id/variants/:variant', { at: one });
  await walk.step('PUT /dynamic_content/items/:id/variants/:variant', {
    at: one,
    body: { variant: { content: 'Guten Tag' } },
  });
  await walk.step('DELETE /dynamic_content/items/:id/variants/:variant', { at: one });
  await walk.step('DELETE /dynamic_content/items/:id', { at });
};
