import { z } from 'zod';
import { listAt, numberAt, textAt } from '../../support/read.ts';
import type { Area, Walk } from '../walk.ts';

/** Not described; as for triggers. */
const Definition = z.looseObject({
  title: z.string(),
  subject: z.string(),
  type: z.string(),
  group: z.string(),
});
const Definitions = z.strictObject({
  definitions: z.strictObject({
    conditions_all: z.array(Definition).min(1),
    conditions_any: z.array(Definition).min(1),
    actions: z.array(Definition).min(1),
  }),
});

async function newTrigger(walk: Walk): Promise<number> {
  const trigger = {
    title: 'Mark',
    conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
    actions: [{ field: 'current_tags', value: 'seen' }],
  };
  return numberAt(await walk.step('POST /triggers', { body: { trigger } }), 'trigger.id');
}

export const manyTriggers: Area = async (walk) => {
  const id = await newTrigger(walk);
  await walk.step('GET /triggers/definitions');
  await walk.step('PUT /triggers/update_many', { body: { triggers: [{ id, active: false }] } });
  await walk.step('DELETE /triggers/destroy_many', { query: { ids: id } });
};

export const triggerCategories: Area = async (walk) => {
  const made = await walk.step('POST /trigger_categories', {
    body: { trigger_category: { name: 'Complaints', position: 0 } },
  });
  const at = { id: textAt(made, 'trigger_category.id') };
  await walk.step('GET /trigger_categories');
  await walk.step('GET /trigger_categories/:id', { at });
  await walk.step('PATCH /trigger_categories/:id', { at, body: { trigger_category: { name: 'Formal' } } });
  const items = { trigger_categories: [{ id: at.id, position: 1 }] };
  await walk.step('POST /trigger_categories/jobs', { body: { job: { action: 'patch', items } } });
  await walk.step('DELETE /trigger_categories/:id', { at });
};

export const manyAutomations: Area = async (walk) => {
  const list = await walk.step('GET /automations');
  const id = numberAt(listAt(list, 'automations')[0], 'id');
  await walk.step('GET /automations/search', { query: { query: 'Close' } });
  await walk.step('GET /automations/definitions', { shape: Definitions });
  await walk.step('PUT /automations/update_many', { body: { automations: [{ id, active: false }] } });
  await walk.step('DELETE /automations/destroy_many', { query: { ids: id } });
};

export const manyMacros: Area = async (walk) => {
  const macro = { title: 'Letters::Greeting', actions: [{ field: 'current_tags', value: 'greeted' }] };
  const id = numberAt(await walk.step('POST /macros', { body: { macro } }), 'macro.id');
  await walk.step('GET /macros/categories');
  await walk.step('GET /macros/actions');
  await walk.step('GET /macros/definitions');
  await walk.step('GET /macros/:id/attachments', { at: { id } });
  await walk.step('PUT /macros/update_many', { body: { macros: [{ id, active: false }] } });
  await walk.step('DELETE /macros/destroy_many', { query: { ids: id } });
};

export const manyViews: Area = async (walk) => {
  const view = {
    title: 'Open ones',
    all: [{ field: 'status', operator: 'less_than', value: 'closed' }],
    output: { columns: ['subject', 'requester'] },
  };
  const id = numberAt(await walk.step('POST /views', { body: { view } }), 'view.id');
  await walk.step('GET /views/compact');
  await walk.step('GET /views/definitions');
  await walk.step('GET /views/show_many', { query: { ids: id } });
  await walk.step('POST /views/preview', { body: { view } });
  await walk.step('POST /views/preview/count', { body: { view } });
  await walk.step('PUT /views/update_many', { body: { views: [{ id, active: false }] } });
  await walk.step('DELETE /views/destroy_many', { query: { ids: id } });
};
