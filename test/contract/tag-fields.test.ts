import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Client, serviceClient } from './support/client.ts';
import { listAt, numberAt } from './support/read.ts';
import { SEED } from './support/seed.ts';

let sandbox: Sandbox;
let api: Client;
let colour: number;
let sizes: number;
let urgent: number;
let day: number;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: SEED });
  api = await serviceClient(sandbox);
  const option = (value: string) => ({ name: value.toUpperCase(), value });
  const make = async (field: Record<string, unknown>) =>
    numberAt((await api.post('/ticket_fields.json', { ticket_field: field })).body, 'ticket_field.id');
  colour = await make({
    type: 'tagger',
    title: 'Colour',
    custom_field_options: [option('red'), option('blue')],
  });
  sizes = await make({
    type: 'multiselect',
    title: 'Sizes',
    custom_field_options: [option('small'), option('large')],
  });
  urgent = await make({ type: 'checkbox', title: 'Urgent', tag: 'is_urgent' });
  day = await make({ type: 'date', title: 'Day' });
});
afterAll(() => sandbox.stop());

const update = (ticket: Record<string, unknown>) => api.put('/tickets/101', { ticket });
beforeEach(() => update({ tags: [] }));

const Values = z.array(z.object({ id: z.number(), value: z.unknown() }));

async function state() {
  const { body } = await api.get('/tickets/101');
  const values = Values.parse(listAt(body, 'ticket.custom_fields'));
  const value = (id: number) => values.find((one) => one.id === id)?.value;
  return {
    tags: listAt(body, 'ticket.tags'),
    colour: value(colour),
    sizes: value(sizes),
    urgent: value(urgent),
    day: value(day),
  };
}

test('a drop-down value becomes a tag, the next value replaces it, null takes it away', async () => {
  await update({ tags: ['keep'], custom_fields: [{ id: colour, value: 'red' }] });
  expect(await state()).toMatchObject({ tags: ['keep', 'red'], colour: 'red' });
  await update({ custom_fields: [{ id: colour, value: 'blue' }] });
  expect(await state()).toMatchObject({ tags: ['blue', 'keep'], colour: 'blue' });
  await update({ custom_fields: [{ id: colour, value: null }] });
  expect(await state()).toMatchObject({ tags: ['keep'], colour: null });
});

test('a tag becomes the drop-down value, and taking the tag away empties the field', async () => {
  await update({ tags: ['blue', 'other'] });
  expect(await state()).toMatchObject({ colour: 'blue' });
  await update({ additional_tags: ['red'] });
  expect(await state()).toMatchObject({ tags: ['other', 'red'], colour: 'red' });
  await update({ tags: ['other'] });
  expect(await state()).toMatchObject({ tags: ['other'], colour: null });
});

test('where tags and field are in one update, the field decides', async () => {
  await update({ tags: ['red'] });
  await update({ tags: ['red', 'more'], custom_fields: [{ id: colour, value: 'blue' }] });
  expect(await state()).toMatchObject({ tags: ['blue', 'more'], colour: 'blue' });
});

test('multi-selects and checkboxes are tags too', async () => {
  await update({
    custom_fields: [
      { id: sizes, value: ['small', 'large'] },
      { id: urgent, value: true },
    ],
  });
  expect(await state()).toMatchObject({
    tags: ['is_urgent', 'large', 'small'],
    sizes: ['small', 'large'],
    urgent: true,
  });
  await update({ remove_tags: ['small', 'is_urgent'] });
  expect(await state()).toMatchObject({ tags: ['large'], sizes: ['large'], urgent: false });
});

test('date fields hold a day and nothing else', async () => {
  expect((await update({ custom_fields: [{ id: day, value: '2026-04-09' }] })).status).toBe(200);
  expect(await state()).toMatchObject({ day: '2026-04-09' });
  expect((await update({ custom_fields: [{ id: day, value: '2026-04-09T10:00:00Z' }] })).status).toBe(422);
});

test('a value that is no option is refused', async () => {
  expect((await update({ custom_fields: [{ id: colour, value: 'green' }] })).status).toBe(422);
});

test('one tag cannot serve two fields, nor two options', async () => {
  const clash = await api.post('/ticket_fields', {
    ticket_field: { type: 'tagger', title: 'Other', custom_field_options: [{ name: 'Red', value: 'Red' }] },
  });
  expect(clash.status).toBe(422);
  expect(clash.body).toMatchObject({
    error: 'RecordInvalid',
    details: { field_options: [{ error: 'DuplicateValue' }] },
  });
  const double = [
    { name: 'A', value: 'same' },
    { name: 'B', value: 'same' },
  ];
  expect(
    (
      await api.post('/ticket_fields', {
        ticket_field: { type: 'tagger', title: 'Double', custom_field_options: double },
      })
    ).status,
  ).toBe(422);
  expect(
    (await api.post('/ticket_fields', { ticket_field: { type: 'tagger', title: 'Empty' } })).status,
  ).toBe(422);
});

test('options are replaced as a list; those that stay keep their ids', async () => {
  const before = await api.get(`/ticket_fields/${colour}`);
  const red = numberAt(before.body, 'ticket_field.custom_field_options.0.id');
  const options = [
    { name: 'Crimson', value: 'red' },
    { name: 'Blue', value: 'blue' },
    { name: 'White', value: 'white' },
  ];
  const changed = await api.put(`/ticket_fields/${colour}`, {
    ticket_field: { custom_field_options: options },
  });
  expect(changed.body).toMatchObject({
    ticket_field: {
      custom_field_options: [{ id: red, name: 'Crimson', value: 'red' }, {}, { value: 'white' }],
    },
  });
  const added = await api.post(`/ticket_fields/${colour}/options`, {
    custom_field_option: { name: 'Black', value: 'black' },
  });
  expect(added.status).toBe(201);
  expect((await api.get(`/ticket_fields/${colour}/options`)).body).toMatchObject({ count: 4 });
});

test('a single form shows every field; one may be taken off it', async () => {
  const forms = await api.get('/ticket_forms');
  const ids = listAt(forms.body, 'ticket_forms.0.ticket_field_ids');
  expect(ids).toEqual(expect.arrayContaining([colour, sizes, urgent, day]));
  const form = numberAt(forms.body, 'ticket_forms.0.id');
  const left = ids.filter((id) => id !== day);
  await api.put(`/ticket_forms/${form}`, { ticket_form: { ticket_field_ids: left } });
  expect(listAt((await api.get(`/ticket_forms/${form}`)).body, 'ticket_form.ticket_field_ids')).toEqual(left);
});
