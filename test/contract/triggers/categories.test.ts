import { describe, expect, test } from 'vitest';
import { sessionClient } from '../support/client.ts';
import { at, listAt, textAt } from '../support/read.ts';
import { AGENT } from '../support/seed.ts';
import { accountWithRules, addTag, WITH_CCS } from './rules.ts';

const { account, post, probe, update } = accountWithRules(WITH_CCS);

describe('categories', () => {
  const make = async (name: string, position?: number) =>
    textAt(
      (
        await account.api.post('/trigger_categories', {
          trigger_category: { name, ...(position === undefined ? {} : { position }) },
        })
      ).body,
      'trigger_category.id',
    );

  test('triggers run category by category, then by position', async () => {
    await probe(
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'priority', value: 'high' }],
    );
    const early = await make('Early', -1);
    await post({
      title: 'First',
      category_id: early,
      conditions: { all: [{ field: 'priority', operator: 'is', value: 'low' }] },
      actions: [{ field: 'priority', value: 'urgent' }],
    });
    await account.api.patch(`/trigger_categories/${early}`, { trigger_category: { position: 0 } });
    expect(at((await update({ priority: 'low' })).body, 'ticket.priority')).toBe('urgent');
  });

  test('a name is needed and taken once; one with triggers stays; counts come on request', async () => {
    const id = await make('Mine');
    await post({ title: 'T', category_id: id, conditions: { all: [] }, actions: addTag('a') });
    const duplicate = await account.api.post('/trigger_categories', { trigger_category: { name: 'Mine' } });
    expect([duplicate.status, at(duplicate.body, 'errors.0.code')]).toEqual([400, 'DuplicateValue']);
    expect((await account.api.delete(`/trigger_categories/${id}`)).status).toBe(400);
    const { body } = await account.api.get('/trigger_categories?include=rule_counts');
    expect(listAt(body, 'trigger_categories')).toContainEqual(
      expect.objectContaining({ id, active_count: 1, inactive_count: 0 }),
    );
    expect(
      (await post({ title: 'T', category_id: '1', conditions: { all: [] }, actions: addTag('a') })).status,
    ).toBe(422);
    const agent = await sessionClient(account.sandbox, AGENT);
    expect((await agent.post('/trigger_categories', { trigger_category: { name: 'X' } })).status).toBe(403);
  });
});
