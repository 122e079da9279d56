import { numberAt, textAt } from '../../support/read.ts';
import { ENGLISH } from '../../support/seed.ts';
import type { Area } from '../walk.ts';

export const account: Area = async (walk) => {
  await walk.step('GET /account/settings');
  await walk.step('PUT /account/settings', { body: { settings: { tickets: { tagging: true } } } });
  const brands = await walk.step('GET /brands');
  await walk.step('GET /brands/:id', { at: { id: numberAt(brands, 'brands.0.id') } });
  const brand = { name: 'Other', subdomain: 'other' };
  const made = await walk.step('POST /brands', { body: { brand } });
  const at = { id: numberAt(made, 'brand.id') };
  await walk.step('PUT /brands/:id', { at, body: { brand: { name: 'Another' } } });
  await walk.step('DELETE /brands/:id', { at });
  await walk.step('GET /locales');
  await walk.step('GET /locales/detect_best_locale', { query: { 'available_locales[]': 'de' } });
  await walk.step('GET /locales/agent');
  await walk.step('GET /locales/public');
  await walk.step('GET /locales/current');
  await walk.step('GET /locales/:id', { at: { id: 'de' } });
};

export const search: Area = async (walk) => {
  await walk.step('GET /search', { query: { query: 'type:ticket status<solved' } });
  await walk.step('GET /search', { query: { query: `type:user id:${ENGLISH}` } });
  await walk.step('GET /search', { query: { query: 'type:group Support' } });
  await walk.step('GET /search', { query: { query: 'type:organization Acme' } });
  await walk.step('GET /search/count', { query: { query: 'type:ticket' } });
  await walk.step('GET /search/export', {
    query: { query: 'status<solved', 'filter[type]': 'ticket', 'page[size]': 1 },
  });
};

export const jobs: Area = async (walk) => {
  const made = await walk.step('PUT /tickets/update_many', {
    query: { ids: '101,102' },
    body: { ticket: { additional_tags: ['bulk'] } },
  });
  const id = textAt(made, 'job_status.id');
  await walk.step('GET /job_statuses');
  await walk.step('GET /job_statuses/:id', { at: { id } });
};
