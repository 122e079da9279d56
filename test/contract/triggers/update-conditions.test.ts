import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { numberAt } from '../support/read.ts';
import { AGENT, SERVICE } from '../support/seed.ts';
import { accountWithRules, addTag, has, lacks, NO_TRIGGERS } from './rules.ts';
import { UPDATE_CONDITIONS } from './update-condition-cases.ts';

const { account, trigger, update, tagsAfter } = accountWithRules(NO_TRIGGERS);

describe('conditions', () => {
  test.each(UPDATE_CONDITIONS)('%s', async (_name, all, ticket, fires) => {
    await trigger('probe', all, addTag('fired'));
    expect(await tagsAfter(ticket)).toEqual(fires ? ['fired'] : []);
  });

  test('all must hold, and one of any', async () => {
    await trigger('mixed', [lacks('fired')], addTag('fired'), [has('a'), has('b')]);
    expect(await tagsAfter({ tags: ['c'] })).toEqual(['c']);
    expect(await tagsAfter({ tags: ['b'] })).toEqual(['b', 'fired']);
  });

  test('a custom field is present, is an option, or is not', async () => {
    const options = [
      { name: 'Red', value: 'red' },
      { name: 'Blue', value: 'blue' },
    ];
    const made = await account.api.post('/ticket_fields', {
      ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options },
    });
    const field = `custom_fields_${numberAt(made.body, 'ticket_field.id')}`;
    await trigger('present', [{ field, operator: 'present' }], addTag('has_colour'));
    await trigger('is red', [{ field, operator: 'is', value: 'red' }], addTag('is_red'));
    await trigger('absent', [{ field, operator: 'not_present' }], addTag('no_colour'));
    expect(await tagsAfter({ tags: ['blue'] })).toEqual(['blue', 'has_colour']);
    expect(await tagsAfter({ tags: ['red'] })).toEqual(['has_colour', 'is_red', 'red']);
    expect(await tagsAfter({ tags: ['x'] })).toEqual(['no_colour', 'x']);
  });

  test('agents in the workspace, customers by mail and the service all run through triggers', async () => {
    await trigger(
      'not the service',
      [{ field: 'role', operator: 'is_not', value: String(SERVICE) }],
      addTag('by_other'),
    );
    expect(await tagsAfter({ priority: 'low' })).toEqual([]);
    const agent = await sessionClient(account.sandbox, AGENT);
    expect(await tagsAfter({ priority: 'high' }, agent)).toEqual(['by_other']);
    await update({ tags: [] });
    await fetch(`${account.sandbox.url}/__sandbox/mail`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'eve@mail.example', body: 'again', ticket_id: 101 }),
    });
    expect((await account.api.get('/tickets/101')).body).toMatchObject({ ticket: { tags: ['by_other'] } });
  });
});
