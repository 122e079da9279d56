import { listAt, numberAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

export const macros: Area = async (walk) => {
  const actions = [
    { field: 'comment_value', value: 'Hello {{ticket.requester.name}}' },
    { field: 'current_tags', value: 'greeted' },
    { field: 'status', value: 'pending' },
  ];
  const made = await walk.step('POST /macros', { body: { macro: { title: 'Greeting', actions } } });
  const at = { id: numberAt(made, 'macro.id') };
  await walk.step('GET /macros');
  await walk.step('GET /macros', { query: { 'page[size]': 1 } });
  await walk.step('GET /macros/active');
  await walk.step('GET /macros/search', { query: { query: 'Greet' } });
  await walk.step('GET /macros/:id', { at });
  await walk.step('GET /macros/:id/apply', { at });
  await walk.step('GET /tickets/:ticket/macros/:id/apply', { at: { ...at, ticket: 101 } });
  await walk.step('PUT /macros/:id', { at, body: { macro: { title: 'Welcome' } } });
  await walk.step('DELETE /macros/:id', { at });
};

export const triggers: Area = async (walk) => {
  const trigger = {
    title: 'Mark',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
    actions: [{ field: 'current_tags', value: 'seen' }],
  };
  const made = await walk.step('POST /triggers', { body: { trigger } });
  const at = { id: numberAt(made, 'trigger.id') };
  const list = await walk.step('GET /triggers');
  await walk.step('GET /triggers', { query: { 'page[size]': 1 } });
  await walk.step('GET /triggers/active');
  await walk.step('GET /triggers/search', { query: { query: 'Mark' } });
  await walk.step('GET /triggers/:id', { at });
  await walk.step('PUT /triggers/:id', { at, body: { trigger: { title: 'Marked' } } });
  const ids = listAt(list, 'triggers').map((one) => numberAt(one, 'id'));
  await walk.step('PUT /triggers/reorder', { body: { trigger_ids: ids.reverse() } });
  await walk.step('DELETE /triggers/:id', { at });
};

export const automations: Area = async (walk) => {
  const automation = {
    title: 'Nudge',
    all: [
      { field: 'status', operator: 'is', value: 'pending' },
      { field: 'PENDING', operator: 'greater_than', value: '24' },
    ],
    actions: [{ field: 'status', value: 'open' }],
  };
  const made = await walk.step('POST /automations', { body: { automation } });
  const at = { id: numberAt(made, 'automation.id') };
  await walk.step('GET /automations');
  await walk.step('GET /automations/active');
  await walk.step('GET /automations/:id', { at });
  await walk.step('PUT /automations/:id', { at, body: { automation: { title: 'Nudged' } } });
  await walk.step('DELETE /automations/:id', { at });
};

export const views: Area = async (walk) => {
  const view = {
    title: 'Open ones',
    all: [{ field: 'status', operator: 'less_than', value: 'solved' }],
    output: {
      columns: ['subject', 'requester', 'created'],
      group_by: 'status',
      sort_by: 'created',
      sort_order: 'desc',
    },
  };
  const made = await walk.step('POST /views', { body: { view } });
  const at = { id: numberAt(made, 'view.id') };
  await walk.step('GET /views');
  await walk.step('GET /views', { query: { 'page[size]': 1 } });
  await walk.step('GET /views/active');
  await walk.step('GET /views/count');
  await walk.step('GET /views/search', { query: { query: 'Open' } });
  await walk.step('GET /views/count_many', { query: { ids: at.id } });
  await walk.step('GET /views/:id', { at });
  await walk.step('GET /views/:id/tickets', { at });
  await walk.step('GET /views/:id/count', { at });
  await walk.step('GET /views/:id/execute', { at });
  await walk.step('PUT /views/:id', { at, body: { view: { title: 'All open ones' } } });
  await walk.step('DELETE /views/:id', { at });
};
