import { expect } from 'vitest';
import { listAt, numberAt } from '../../support/read.ts';
import { GONE, idIn, type Tour } from './tour.ts';

export const macros: Tour = async (run) => {
  const actions = [{ field: 'comment_value', value: 'Hello {{ticket.requester.name}}' }];
  const made = await run('macros.create', { macro: { title: 'Greeting', actions } });
  const id = numberAt(made, 'result.macro.id');
  expect(await run('macros.show', id)).toMatchObject({ result: { macro: { title: 'Greeting' } } });
  const listed = expect.arrayContaining([expect.objectContaining({ id })]);
  expect(await run('macros.list')).toEqual(listed);
  expect(await run('macros.listActive')).toMatchObject({ result: listed });
  expect(await run('macros.listByParams', { active: true })).toEqual(listed);
  expect(await run('macros.search', 'Greet')).toMatchObject({ result: [{ id }] });
  expect(await run('macros.apply', id)).toMatchObject({ result: { result: { ticket: { comment: {} } } } });
  expect(await run('macros.applyTicket', 101, id)).toMatchObject({
    result: { result: { ticket: { comment: { body: 'Hello Eve Customer' } } } },
  });
  expect(await run('macros.update', id, { macro: { title: 'Welcome' } })).toMatchObject({
    result: { macro: { title: 'Welcome' } },
  });
  await run('macros.updateMany', [{ id, active: false }]);
  expect(await run('macros.show', id)).toMatchObject({ result: { macro: { active: false } } });
  expect(await run('macros.categories')).toMatchObject([{ categories: expect.any(Array) }]);
  expect(await run('macros.delete', id)).toMatchObject(GONE);
};

export const triggers: Tour = async (run) => {
  const trigger = {
    title: 'Mark',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
    actions: [{ field: 'current_tags', value: 'seen' }],
  };
  const id = idIn(await run('triggers.create', { trigger }));
  const listed = expect.arrayContaining([expect.objectContaining({ id, active: true })]);
  expect(await run('triggers.list')).toEqual(listed);
  expect(await run('triggers.listActive')).toEqual(listed);
  expect(await run('triggers.search', 'Mark')).toMatchObject({ result: [{ id }] });
  expect(await run('triggers.update', id, { trigger: { title: 'Marked' } })).toMatchObject({
    result: { title: 'Marked' },
  });
  const ids = listAt({ triggers: await run('triggers.list') }, 'triggers').map((one) => numberAt(one, 'id'));
  await run('triggers.reorder', [id, ...ids.filter((other) => other !== id)]);
  expect(await run('triggers.show', id)).toMatchObject({ result: { title: 'Marked', position: 1 } });
  expect(await run('triggers.definitions')).toMatchObject([{ definitions: { actions: expect.any(Array) } }]);
  await run('triggers.updateMany', [{ id, active: false }]);
  expect(await run('triggers.show', id)).toMatchObject({ result: { active: false } });
  expect(await run('triggers.delete', id)).toMatchObject(GONE);
};

export const automations: Tour = async (run) => {
  const all = [
    { field: 'status', operator: 'is', value: 'pending' },
    { field: 'PENDING', operator: 'greater_than', value: '24' },
  ];
  const automation = { title: 'Nudge', all, actions: [{ field: 'status', value: 'open' }] };
  const id = idIn(await run('automations.create', { automation }));
  const listed = expect.arrayContaining([expect.objectContaining({ id })]);
  expect(await run('automations.list')).toEqual(listed);
  expect(await run('automations.listActive')).toEqual(listed);
  expect(await run('automations.update', id, { automation: { title: 'Nudged' } })).toMatchObject({
    result: { title: 'Nudged' },
  });
  expect(await run('automations.show', id)).toMatchObject({ result: { title: 'Nudged' } });
  await run('automations.updateMany', [{ id, active: false }]);
  expect(await run('automations.show', id)).toMatchObject({ result: { active: false } });
  expect(await run('automations.delete', id)).toMatchObject(GONE);
  const again = idIn(await run('automations.create', { automation }));
  await run('automations.bulkDelete', [again]);
  expect(await run('automations.list')).not.toEqual(
    expect.arrayContaining([expect.objectContaining({ id: again })]),
  );
};

export const views: Tour = async (run) => {
  const all = [{ field: 'status', operator: 'less_than', value: 'closed' }];
  const output = { columns: ['subject', 'requester'], sort_by: 'created', sort_order: 'asc' };
  const id = idIn(await run('views.create', { view: { title: 'Open ones', all, output } }));
  const listed = expect.arrayContaining([expect.objectContaining({ id })]);
  expect(await run('views.list')).toEqual(listed);
  expect(await run('views.listActive')).toEqual(listed);
  expect(await run('views.show', id)).toMatchObject({ result: { title: 'Open ones' } });
  expect(await run('views.update', id, { view: { title: 'All open' } })).toMatchObject({
    result: { title: 'All open' },
  });
  expect(await run('views.tickets', id)).toMatchObject([{ tickets: [{ id: 101 }, { id: 102 }] }]);
  // The library looks for a part called `view` and throws the rows away.
  expect(await run('views.execute', id, {})).toMatchObject([{ id, title: 'All open' }]);
  expect(await run('views.listCompact')).toEqual(listed);
  expect(await run('views.preview', { view: { all, output } })).toMatchObject([{ conditions: { all } }]);
  expect(await run('views.showCount', id)).toMatchObject({
    result: { view_count: { view_id: id, value: 2 } },
  });
  expect(await run('views.showCounts', [id])).toMatchObject({ result: { view_counts: [{ value: 2 }] } });
};
