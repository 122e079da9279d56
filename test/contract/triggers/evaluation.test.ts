import { describe, expect, test } from 'vitest';
import { at, eventsOf, eventsOfType } from '../support/read.ts';
import { accountWithRules, addTag, has, lacks, NO_TRIGGERS } from './rules.ts';

const { account, trigger, update, tagsAfter } = accountWithRules(NO_TRIGGERS);

describe('evaluation', () => {
  test('a trigger further down sets off one further up: checking starts again from the first', async () => {
    await trigger('needs b', [has('b')], addTag('c'));
    await trigger('makes b', [has('a')], addTag('b'));
    expect(await tagsAfter({ tags: ['a'] })).toEqual(['a', 'b', 'c']);
  });

  test('each fires once per update, even two that undo each other', async () => {
    await trigger('on', [lacks('x')], addTag('x'));
    await trigger('off', [has('x')], [{ field: 'remove_tags', value: 'x' }]);
    const saved = await update({ priority: 'low' });
    const changes = eventsOfType(at(saved.body, 'audit'), 'Change').filter(
      (event) => event.field_name === 'tags',
    );
    expect(changes.map((event) => event.value)).toEqual([['x'], []]);
  });

  test('they run by position, which reorder changes', async () => {
    const first = await trigger(
      'first',
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'priority', value: 'high' }],
    );
    const second = await trigger(
      'second',
      [{ field: 'priority', operator: 'is', value: 'low' }],
      [{ field: 'priority', value: 'urgent' }],
    );
    expect((await update({ priority: 'low' })).body).toMatchObject({ ticket: { priority: 'high' } });
    await account.api.put('/triggers/reorder', { trigger_ids: [second, first] });
    expect((await update({ priority: 'low' })).body).toMatchObject({ ticket: { priority: 'urgent' } });
  });

  test('what they change sits in the same audit, with the trigger as its via', async () => {
    const id = await trigger('tagger', [has('a')], addTag('b'));
    const audit = at((await update({ tags: ['a'] })).body, 'audit');
    expect(eventsOf(audit)).toMatchObject([
      { type: 'Change', field_name: 'tags', value: ['a'], previous_value: [] },
      {
        type: 'Change',
        field_name: 'tags',
        value: ['a', 'b'],
        previous_value: ['a'],
        via: { channel: 'rule', source: { rel: 'trigger', from: { id, title: 'tagger' } } },
      },
    ]);
  });

  test('an inactive trigger does nothing; an update without a change runs none', async () => {
    const id = await trigger(
      'always',
      [{ field: 'status', operator: 'is_not', value: 'closed' }],
      addTag('seen'),
    );
    expect(await tagsAfter({ subject: 'A question' })).toEqual([]);
    await account.api.put(`/triggers/${id}`, { trigger: { active: false } });
    expect(await tagsAfter({ priority: 'low' })).toEqual([]);
    await account.api.put(`/triggers/${id}`, { trigger: { active: true } });
    expect(await tagsAfter({ priority: 'high' })).toEqual(['seen']);
  });
});
