import { expect } from 'vitest';
import { numberAt } from '../../support/read.ts';
import { GONE, idIn, type Tour } from './tour.ts';

export const ticketFields: Tour = async (run) => {
  const options = [{ name: 'Red', value: 'red' }];
  const field = { type: 'tagger', title: 'Colour', custom_field_options: options };
  const id = idIn(await run('ticketfields.create', { ticket_field: field }));
  const listed = expect.arrayContaining([expect.objectContaining({ id, type: 'tagger' })]);
  expect(await run('ticketfields.list')).toEqual(listed);
  expect(await run('ticketfields.listWithLocale', 'de')).toEqual(listed);
  expect(await run('ticketfields.count')).toMatchObject({ result: { count: { value: expect.any(Number) } } });
  expect(await run('ticketfields.update', id, { ticket_field: { title: 'Shade' } })).toMatchObject({
    result: { title: 'Shade' },
  });
  expect(await run('ticketfields.show', id)).toMatchObject({ result: { title: 'Shade' } });
  const blue = { custom_field_option: { name: 'Blue', value: 'blue' } };
  const made = await run('ticketfields.createOrUpdateOption', id, blue);
  const option = numberAt(made, 'result.custom_field_option.id');
  expect(await run('ticketfields.listOptions', id)).toMatchObject({
    result: { custom_field_options: [{ value: 'red' }, { value: 'blue' }] },
  });
  expect(await run('ticketfields.showOption', id, option)).toMatchObject({
    result: { custom_field_option: { value: 'blue' } },
  });
  expect(await run('ticketfields.deleteOption', id, option)).toMatchObject(GONE);
  expect(await run('ticketfields.delete', id)).toMatchObject(GONE);
};

export const ticketForms: Tour = async (run) => {
  const id = idIn(await run('ticketforms.create', { ticket_form: { name: 'Complaint' } }));
  expect(await run('ticketforms.list')).toEqual(
    expect.arrayContaining([expect.objectContaining({ id, name: 'Complaint' })]),
  );
  expect(await run('ticketforms.update', id, { ticket_form: { name: 'Complaints' } })).toMatchObject({
    result: { name: 'Complaints' },
  });
  expect(await run('ticketforms.show', id)).toMatchObject({ result: { name: 'Complaints' } });
  const copy = idIn(await run('ticketforms.clone', id, true));
  expect(copy).not.toBe(id);
  await run('ticketforms.reorder', [copy, id]);
  const place = async (form: number) => numberAt(await run('ticketforms.show', form), 'result.position');
  expect(await place(copy)).toBeLessThan(await place(id));
  expect(await run('ticketforms.delete', id)).toMatchObject(GONE);
};

export const dynamicContent: Tour = async (run) => {
  const de = numberAt(await run('locales.show', 'de'), 'result.id');
  const variants = [{ locale_id: 1, default: true, content: 'Hello' }];
  const made = await run('dynamiccontent.createItem', {
    item: { name: 'Greeting', default_locale_id: 1, variants },
  });
  const id = numberAt(made, 'result.item.id');
  expect(await run('dynamiccontent.listItems')).toMatchObject({ result: { items: [{ id }] } });
  expect(await run('dynamiccontent.listAllItems')).toMatchObject([{ items: [{ id }] }]);
  await run('dynamiccontent.updateItem', id, { item: { name: 'Salutation' } });
  expect(await run('dynamiccontent.showItem', id)).toMatchObject({
    result: { item: { name: 'Salutation' } },
  });
  const added = await run('dynamiccontentvariants.create', id, {
    variant: { locale_id: de, content: 'Hallo' },
  });
  const variant = numberAt(added, 'result.variant.id');
  await run('dynamiccontentvariants.update', id, variant, { variant: { content: 'Guten Tag' } });
  expect(await run('dynamiccontentvariants.show', id, variant)).toMatchObject({
    result: { variant: { content: 'Guten Tag' } },
  });
  expect(await run('dynamiccontentvariants.list', id)).toMatchObject({ result: { variants: [{}, {}] } });
  const fr = numberAt(await run('locales.show', 'fr'), 'result.id');
  const more = [{ locale_id: fr, content: 'Bonjour', active: true }];
  const many = numberAt(await run('dynamiccontentvariants.createMany', id, more), 'result.variants.0.id');
  const salut = [{ id: many, content: 'Salut' }];
  expect(await run('dynamiccontentvariants.updateMany', id, salut)).toMatchObject({
    result: { variants: [{ content: 'Salut' }] },
  });
  expect(await run('dynamiccontent.showManyItems', ['greeting'])).toMatchObject({
    result: { items: [{ id }] },
  });
  expect(await run('dynamiccontentvariants.delete', id, variant)).toMatchObject(GONE);
  expect(await run('dynamiccontent.deleteItem', id)).toMatchObject(GONE);
};
