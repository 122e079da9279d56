import { numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

const OPTIONS = [
  { name: 'Red', value: 'red' },
  { name: 'Green', value: 'green' },
];

export const ticketFields: Area = async (walk) => {
  const made = await walk.step('POST /ticket_fields', {
    body: { ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: OPTIONS } },
  });
  const at = { id: numberAt(made, 'ticket_field.id') };
  for (const type of ['text', 'textarea', 'checkbox', 'date', 'integer', 'decimal'])
    await walk.step('POST /ticket_fields', { body: { ticket_field: { type, title: `A ${type}` } } });
  await walk.step('GET /ticket_fields');
  await walk.step('GET /ticket_fields', { query: { 'page[size]': 3 } });
  await walk.step('GET /ticket_fields/count');
  await walk.step('GET /ticket_fields/:id', { at });
  await walk.step('PUT /ticket_fields/:id', { at, body: { ticket_field: { title: 'Shade' } } });
  await walk.step('GET /ticket_fields/:id/options', { at });
  const option = await walk.step('POST /ticket_fields/:id/options', {
    at,
    body: { custom_field_option: { name: 'Blue', value: 'blue' } },
  });
  const one = { ...at, option: numberAt(option, 'custom_field_option.id') };
  await walk.step('GET /ticket_fields/:id/options/:option', { at: one });
  await walk.step('DELETE /ticket_fields/:id/options/:option', { at: one });
  await walk.step('GET /ticket_fields/show_many', { query: { ids: at.id } });
  await walk.step('PUT /ticket_fields/reorder', { body: { ticket_field_ids: [at.id] } });
  await walk.step('DELETE /ticket_fields/:id', { at });
};

export const ticketForms: Area = async (walk) => {
  await walk.step('GET /ticket_forms');
  const made = await walk.step('POST /ticket_forms', {
    body: { ticket_form: { name: 'Complaint', end_user_visible: true } },
  });
  const at = { id: numberAt(made, 'ticket_form.id') };
  await walk.step('GET /ticket_forms/:id', { at });
  await walk.step('PUT /ticket_forms/:id', { at, body: { ticket_form: { name: 'Complaints' } } });
  await walk.step('GET /ticket_forms/show_many', { query: { ids: at.id } });
  const other = await walk.step('POST /ticket_forms/:id/clone', { at, body: { prepend_clone_title: true } });
  const ids = [numberAt(other, 'ticket_form.id'), at.id];
  await walk.step('PUT /ticket_forms/reorder', { body: { ticket_form_ids: ids } });
  await walk.step('DELETE /ticket_forms/:id', { at });
};
