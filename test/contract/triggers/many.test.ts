import { describe, expect, test } from 'vitest';
import { at, listAt, numberAt } from '../support/read.ts';
import { accountWithRules, addTag, WITH_CCS } from './rules.ts';

const { account, probe } = accountWithRules(WITH_CCS);

describe('many at once', () => {
  test('positions and activity are set together; many are deleted together', async () => {
    const [first, second] = [await probe([], addTag('one')), await probe([], addTag('two'))];
    const changed = await account.api.put('/triggers/update_many', {
      triggers: [
        { id: first, position: 9, active: false },
        { id: second, position: 1 },
      ],
    });
    expect(listAt(changed.body, 'triggers')).toMatchObject([
      { id: first, position: 9, active: false },
      { id: second, position: 1, active: true },
    ]);
    expect((await account.api.delete(`/triggers/destroy_many?ids=${first},${second}`)).status).toBe(204);
    expect((await account.api.get('/triggers')).body).toMatchObject({ count: 0 });
  });

  test('reorder wants every trigger, and a single category', async () => {
    const [first, second] = [await probe([], addTag('one')), await probe([], addTag('two'))];
    expect((await account.api.put('/triggers/reorder', { trigger_ids: [second] })).status).toBe(404);
    expect((await account.api.put('/triggers/reorder', { trigger_ids: [second, first] })).status).toBe(200);
    await account.api.post('/trigger_categories', { trigger_category: { name: 'More' } });
    const refused = await account.api.put('/triggers/reorder', { trigger_ids: [first, second] });
    expect(at(refused.body, 'errors.0.code')).toBe('LimitOneCategory');
  });

  test('definitions tell what triggers can be made of, custom fields included', async () => {
    const options = [{ name: 'Red', value: 'red' }];
    const made = await account.api.post('/ticket_fields', {
      ticket_field: { type: 'tagger', title: 'Colour', custom_field_options: options },
    });
    const { body } = await account.api.get('/triggers/definitions');
    const subject = `custom_fields_${numberAt(made.body, 'ticket_field.id')}`;
    const own = listAt(body, 'definitions.conditions_all').find((one) => at(one, 'subject') === subject);
    expect(own).toMatchObject({ title: 'Colour', values: [{ value: 'red', title: 'Red', enabled: true }] });
    expect(listAt(body, 'definitions.actions').map((one) => at(one, 'subject'))).toContain(
      'notification_webhook',
    );
  });
});
